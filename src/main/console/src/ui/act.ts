import { eventService } from '@hawtio/react'
import { spoken } from './spoken'

/** Runs an action that the user requested and notifies them of the outcome; returns the result, or nothing if it was refused. */
export async function act<T>(what: () => Promise<T>, done: string | ((result: T) => string), isGood: (result: T) => boolean = () => true): Promise<T | undefined> {
  try {
    const result = await what()
    eventService.notify({ type: isGood(result) ? 'success' : 'warning', message: typeof done === 'string' ? done : done(result) })
    return result
  } catch (reason) {
    eventService.notify({ type: 'danger', message: spoken(reason instanceof Error ? reason.message : String(reason)), duration: 15000 })
    return undefined
  }
}
