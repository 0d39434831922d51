import { eventService } from '@hawtio/react'
import { spoken } from './spoken'

/** Does something that a person asked for and says how it went; the result, or nothing when it was refused. */
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
