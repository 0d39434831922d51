import { useEffect, useState } from 'react'
import { get, query } from '../hub/http'
import { useData, type Loaded } from './useData'

/** A page of a list, as every list of the hub answers. */
export interface Rows<T> {
  items: T[]
  /** Where the next page begins; null on the last one. */
  next: string | null
}

export interface Paged<T> extends Loaded<Rows<T>> {
  /** From 1. */
  page: number
  forward: (() => void) | undefined
  back: (() => void) | undefined
}

/** One page of a list after the other, filtered and sorted by the hub; other filters begin at the first page again. */
export function useRows<T>(path: string, filters: Record<string, string>, everyMillis?: number): Paged<T> {
  const asked = path + query(filters)
  const [cursors, setCursors] = useState<string[]>([])
  useEffect(() => setCursors([]), [asked])
  const address = path + query({ ...filters, after: cursors.at(-1) })
  const loaded = useData(signal => get<Rows<T>>(address, signal), address, everyMillis)
  const next = loaded.data?.next
  return {
    ...loaded,
    page: cursors.length + 1,
    forward: next ? () => setCursors([...cursors, next]) : undefined,
    back: cursors.length > 0 ? () => setCursors(cursors.slice(0, -1)) : undefined,
  }
}
