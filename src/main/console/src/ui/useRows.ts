import { useEffect, useState } from 'react'
import { query } from '../hub/http'
import { firstFound } from '../hub/pages'
import { isBack, scrollBack } from './location'
import { useData, type Loaded } from './useData'

export interface Paged<T> extends Loaded<unknown> {
  rows: T[] | undefined
  /** How far back an unfinished search has got; `forward` continues from there. */
  searchedTo: string | undefined
  /** From 1. */
  page: number
  forward: (() => void) | undefined
  back: (() => void) | undefined
}

/** The pages on which lists were left. */
const left = new Map<string, string[]>()

/**
 * A list page by page, filtered and sorted by the hub; changed filters start at the first page again.
 *
 * @param name of the list in the response, such as `entries`
 */
export function useRows<T, N extends string = string>(path: string, name: N, filters: Record<string, string>, everyMillis?: number): Paged<T> {
  const asked = path + query(filters)
  const [steps, setSteps] = useState<{ asked: string; cursors: string[] }>({ asked, cursors: isBack() ? (left.get(asked) ?? []) : [] })
  const cursors = steps.asked === asked ? steps.cursors : []
  useEffect(() => {
    if (steps.asked !== asked) setSteps({ asked, cursors: [] })
  }, [asked])
  useEffect(() => {
    left.set(asked, cursors)
  }, [asked, cursors.length])
  const address = path + query({ ...filters, after: cursors.at(-1) })
  const loaded = useData(signal => firstFound<N, T>(address, name, signal), address, everyMillis)
  const next = loaded.data?.next
  const isThere = loaded.data !== undefined
  useEffect(() => {
    if (isThere) scrollBack()
  }, [isThere])
  return {
    ...loaded,
    rows: loaded.data?.[name],
    searchedTo: loaded.data?.searchedTo,
    page: cursors.length + 1,
    forward: next == null ? undefined : () => setSteps({ asked, cursors: [...cursors, String(next)] }),
    back: cursors.length === 0 ? undefined : () => setSteps({ asked, cursors: cursors.slice(0, -1) }),
  }
}
