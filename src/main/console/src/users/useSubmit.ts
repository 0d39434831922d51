import { useState } from 'react'
import { eventService } from '@hawtio/react'
import { Refusal } from '../hub/http'

export interface Submitted {
  failure: Error | undefined
  /** The error of a field, by its path. */
  error: (path: string) => string | undefined
  busy: boolean
  submit: () => Promise<boolean>
}

/** Sends a form and notifies of the success; the input is kept if the hub rejects it. */
export function useSubmit(send: () => Promise<unknown>, done: string): Submitted {
  const [failure, setFailure] = useState<Error>()
  const [busy, setBusy] = useState(false)
  const errors = failure instanceof Refusal ? failure.problem.errors : []
  return {
    failure,
    error: path => errors.find(one => one.field === path)?.message,
    busy,
    submit: async () => {
      setBusy(true)
      try {
        await send()
        setFailure(undefined)
        eventService.notify({ type: 'success', message: done })
        return true
      } catch (reason) {
        setFailure(reason as Error)
        return false
      } finally {
        setBusy(false)
      }
    },
  }
}
