import type { ReplayRequest } from '../hub/replays'
import { pretty, type Json } from '../ui/json'

/** How a person wants a replay; texts as they were typed. */
export interface Wishes {
  reason: string
  from: 'start' | 'failed-step'
  mapping: 'now' | 'then'
  canary: boolean
  perMinute: string
  /** Edited, or undefined for the job's own. */
  payload: string | undefined
  /** What the step sends, edited, or undefined for what the plan says. */
  body: string | undefined
}

/** What the step of a plan sends, to be edited; undefined where that cannot be. */
export function bodyOf(step: unknown): string | undefined {
  const { call, update } = (step ?? {}) as { call?: { body?: Json }; update?: unknown }
  const body = call?.body
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body)
  return isObject && !update ? pretty(body) : undefined
}

/** Only the plan that failed has a body to edit, and a job has either another payload or another body. */
export function editing(wishes: Wishes, body: string | undefined): Wishes {
  return body === undefined ? { ...wishes, body } : { ...wishes, body, mapping: 'then', from: 'failed-step', payload: undefined }
}

/** @throws Error when what was edited is no JSON */
export function requestOf(request: ReplayRequest, wishes: Wishes): ReplayRequest {
  const { reason, from, mapping, canary, perMinute, payload, body } = wishes
  return {
    ...request,
    reason: reason.trim(),
    from,
    mapping,
    canary,
    ...(perMinute.trim() === '' ? {} : { perMinute: Number(perMinute) }),
    ...(payload === undefined || mapping === 'then' ? {} : { payload: parsed('payload', payload) }),
    ...(body === undefined || mapping === 'now' ? {} : { body: parsed('body', body) }),
  }
}

function parsed(what: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (reason) {
    throw new Error(`The ${what} is no JSON: ${(reason as Error).message}`)
  }
}
