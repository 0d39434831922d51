import type { ReplayRequest } from '../hub/replays'

/** How a person wants a replay; texts as they were typed. */
export interface Wishes {
  reason: string
  from: 'start' | 'failed-step'
  mapping: 'now' | 'then'
  canary: boolean
  perMinute: string
  /** Edited, or undefined for the job's own. */
  payload: string | undefined
}

/** @throws Error when the edited payload is no JSON */
export function requestOf(request: ReplayRequest, wishes: Wishes): ReplayRequest {
  const { reason, from, mapping, canary, perMinute, payload } = wishes
  return {
    ...request,
    reason: reason.trim(),
    from,
    mapping,
    canary,
    ...(perMinute.trim() === '' ? {} : { perMinute: Number(perMinute) }),
    ...(payload === undefined || mapping === 'then' ? {} : { payload: parsed(payload) }),
  }
}

function parsed(payload: string): unknown {
  try {
    return JSON.parse(payload)
  } catch (reason) {
    throw new Error(`The payload is no JSON: ${(reason as Error).message}`)
  }
}
