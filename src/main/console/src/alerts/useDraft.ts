import { useState } from 'react'
import { eventService } from '@hawtio/react'
import { Refusal } from '../hub/http'
import { setUnsaved } from '../ui/leaving'
import { useUnsaved } from '../ui/useUnsaved'

export interface Edited<T> {
  draft: T
  change: (changes: Partial<T>) => void
  /** The error of a field, by its path. */
  error: (path: string) => string | undefined
  failure: Error | undefined
  saving: boolean
  changed: boolean
  save: () => Promise<void>
}

/** Values in a form: the input is kept if the hub rejects it. */
export function useDraft<T extends { name: string }>(initial: T, store: (draft: T) => Promise<unknown>, isNew: boolean): Edited<T> {
  const [draft, setDraft] = useState(initial)
  const [failure, setFailure] = useState<Error>()
  const [saving, setSaving] = useState(false)
  const [changed, setChanged] = useState(isNew)
  const [edited, setEdited] = useState(false)
  useUnsaved(edited)
  const errors = failure instanceof Refusal ? failure.problem.errors : []
  return {
    draft,
    change: changes => {
      setDraft(before => ({ ...before, ...changes }))
      setChanged(true)
      setEdited(true)
    },
    error: path => errors.find(one => one.field === path)?.message,
    failure,
    saving,
    changed,
    save: async () => {
      setSaving(true)
      try {
        // What is stored may lead to another page.
        setUnsaved(false)
        await store(draft)
        setEdited(false)
        setFailure(undefined)
        setChanged(false)
        eventService.notify({ type: 'success', message: `${draft.name}: saved.` })
      } catch (reason) {
        setFailure(reason as Error)
        setUnsaved(edited)
      } finally {
        setSaving(false)
      }
    },
  }
}
