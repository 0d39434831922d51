import { useEffect } from 'react'
import { setUnsaved } from './leaving'

/** The page asks before it is left while it has unsaved changes. */
export function useUnsaved(has: boolean): void {
  useEffect(() => {
    setUnsaved(has)
    return () => setUnsaved(false)
  }, [has])
}
