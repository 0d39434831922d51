import { useEffect, useState } from 'react'
import { get, query } from '../hub/http'
import { useData, type Loaded } from './useData'

/** A page of a list: the rows under the name of the list, and where the next page begins unless this is the last one. */
export type Page<N extends string, T> = { [name in N]: T[] } & { next?: string | number | null }

export interface Paged<T> extends Loaded<unknown> {
  rows: T[] | undefined
  /** From 1. */
  page: number
  forward: (() => void) | undefined
  back: (() => void) | undefined
}

/**
 * One page of a list after the other, filtered and sorted by the hub; other filters begin at the first page again.
 *
 * @param name of the list in the answer, such as `entries`
 */
export function useRows<T, N extends string = string>(path: string, name: N, filters: Record<string, string>, everyMillis?: number): Paged<T> {
  const asked = path + query(filters)
  const [steps, setSteps] = useState<{ asked: string; cursors: string[] }>({ asked, cursors: [] })
  const cursors = steps.asked === asked ? steps.cursors : []
  useEffect(() => setSteps({ asked, cursors: [] }), [asked])
  const address = path + query({ ...filters, after: cursors.at(-1) })
  const loaded = useData(signal => get<Page<N, T>>(address, signal), address, everyMillis)
  const next = loaded.data?.next
  return {
    ...loaded,
    rows: loaded.data?.[name],
    page: cursors.length + 1,
    forward: next == null ? undefined : () => setSteps({ asked, cursors: [...cursors, String(next)] }),
    back: cursors.length === 0 ? undefined : () => setSteps({ asked, cursors: cursors.slice(0, -1) }),
  }
}
