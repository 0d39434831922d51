import { useState } from 'react'
import { eventService } from '@hawtio/react'
import { connections, type CheckedRights, type Connection, type Draft } from '../hub/connections'
import { Refusal, type FieldError } from '../hub/http'
import { missing, testedIn } from './tested'

export interface EditedApp {
  draft: Draft
  change: (changes: Partial<Draft>) => void
  errors: FieldError[]
  failure: Error | undefined
  saving: boolean
  changed: boolean
  /** Whether the form differs from what was tested last; false if nothing was. */
  changedSinceTest: boolean
  save: () => Promise<Connection | undefined>
  /** Checks the values in the form without saving them. */
  test: () => Promise<CheckedRights | undefined>
  /** Applies changes that the hub has already stored. */
  sync: (changes: Partial<Draft>) => void
}

/** A connection in a form: the input is kept if the hub rejects it. */
export function useApp(initial: Draft, isNew: boolean): EditedApp {
  const [draft, setDraft] = useState(initial)
  const [failure, setFailure] = useState<Error>()
  const [saving, setSaving] = useState(false)
  const [changed, setChanged] = useState(false)
  const [tested, setTested] = useState<Draft>()
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
  const test = async () => {
    try {
      const checked = await connections.checkDraft(draft)
      setFailure(undefined)
      setTested(draft)
      // The result may be out of sight, above a long form.
      eventService.notify({ type: missing(checked) === 0 ? 'success' : 'warning', message: testedIn(checked) })
      return checked
    } catch (reason) {
      setFailure(reason as Error)
      return undefined
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
    changedSinceTest: tested !== undefined && JSON.stringify(tested) !== JSON.stringify(draft),
    save,
    test,
    sync: changes => setDraft(before => ({ ...before, ...changes })),
  }
}

/** The initial values of the form: typed secrets are removed after they are saved. */
export function withoutSecrets({ id, name, system, enabled, settings }: Connection): Draft {
  return { id, name, system, enabled, settings }
}
