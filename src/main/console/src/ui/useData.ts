import { useCallback, useEffect, useRef, useState } from 'react'

export interface Loaded<T> {
  data: T | undefined
  /** The error of the last attempt; the data of the previous one remains. */
  failure: Error | undefined
  loading: boolean
  reload: () => void
}

/**
 * Loads when the key changes, and at an interval while the page is visible and the last response has arrived. A late response never replaces that of a newer request.
 *
 * @param key identifies the request, such as the URL with its filters
 */
export function useData<T>(load: (signal: AbortSignal) => Promise<T>, key: string, everyMillis?: number): Loaded<T> {
  const [state, setState] = useState<{ key: string; data?: T; failure?: Error; loading: boolean }>({ key, loading: true })
  const [turn, setTurn] = useState(0)
  const latest = useRef(load)
  latest.current = load
  const busy = useRef(false)
  const reload = useCallback(() => setTurn(turn => turn + 1), [])

  useEffect(() => {
    const cancel = new AbortController()
    busy.current = true
    setState(before => ({ key, data: before.key === key ? before.data : undefined, failure: before.failure, loading: true }))
    const arrived = (change: Parameters<typeof setState>[0]) => {
      if (cancel.signal.aborted) return
      busy.current = false
      setState(change)
    }
    latest.current(cancel.signal).then(
      data => arrived({ key, data, loading: false }),
      failure => arrived(before => ({ key, data: before.data, failure, loading: false }))
    )
    return () => cancel.abort()
  }, [key, turn])

  useEffect(() => {
    if (!everyMillis) return undefined
    const timer = setInterval(() => document.visibilityState === 'visible' && !busy.current && reload(), everyMillis)
    return () => clearInterval(timer)
  }, [everyMillis, reload])

  return { data: state.key === key ? state.data : undefined, failure: state.failure, loading: state.loading, reload }
}
