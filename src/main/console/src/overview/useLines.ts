import { useState } from 'react'
import { query } from '../hub/http'
import { overviewPage, type Line } from '../hub/overview'
import { useData } from '../ui/useData'
import type { Paged } from '../ui/useRows'

/** Connections page by page, the most urgent first. */
export function useLines(search: Record<string, string>, everyMillis: number): Paged<Line> {
  const asked = query(search)
  const [steps, setSteps] = useState<{ asked: string; cursors: string[] }>({ asked, cursors: [] })
  const cursors = steps.asked === asked ? steps.cursors : []
  const after = cursors.at(-1)
  const loaded = useData(signal => overviewPage(search, after, signal), `overview ${asked} ${after ?? ''}`, everyMillis)
  const next = loaded.data?.next
  return {
    ...loaded,
    rows: loaded.data?.lines,
    searchedTo: undefined,
    page: cursors.length + 1,
    forward: next === undefined ? undefined : () => setSteps({ asked, cursors: [...cursors, next] }),
    back: cursors.length === 0 ? undefined : () => setSteps({ asked, cursors: cursors.slice(0, -1) }),
  }
}
