import { useState } from 'react'
import { eventService } from '@hawtio/react'
import { connections, type Connection, type Draft } from '../hub/connections'
import { Refusal, type FieldError } from '../hub/http'

export interface EditedApp {
  draft: Draft
  change: (changes: Partial<Draft>) => void
  errors: FieldError[]
  failure: Error | undefined
  saving: boolean
  changed: boolean
  save: () => Promise<Connection | undefined>
  /** Takes over what the hub has already. */
  settle: (changes: Partial<Draft>) => void
}

/** A connection in a form: what was typed stays when the hub refuses it. */
export function useApp(initial: Draft, isNew: boolean): EditedApp {
  const [draft, setDraft] = useState(initial)
  const [failure, setFailure] = useState<Error>()
  const [saving, setSaving] = useState(false)
  const [changed, setChanged] = useState(isNew)
  const save = async () => {
    setSaving(true)
    try {
      const saved = await (isNew ? connections.create(draft) : connections.save(draft))
      setDraft(withoutSecrets(saved))
      setFailure(undefined)
      setChanged(false)
      eventService.notify({ type: 'success', message: `${saved.name}: configuration saved.` })
      return saved
    } catch (reason) {
      setFailure(reason as Error)
      return undefined
    } finally {
      setSaving(false)
    }
  }
  return {
    draft,
    change: changes => {
      setDraft(before => ({ ...before, ...changes }))
      setChanged(true)
    },
    errors: failure instanceof Refusal ? failure.problem.errors : [],
    failure,
    saving,
    changed,
    save,
    settle: changes => setDraft(before => ({ ...before, ...changes })),
  }
}

/** What the form starts with: typed secrets are gone once they are saved. */
export function withoutSecrets({ id, name, system, enabled, settings }: Connection): Draft {
  return { id, name, system, enabled, settings }
}
