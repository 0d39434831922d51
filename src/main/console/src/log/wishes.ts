import type { ReplayRequest } from '../hub/replays'
import { pretty, type Json } from '../ui/json'

/** The options of a replay as typed in the dialog. */
export interface Wishes {
  reason: string
  from: 'start' | 'failed-step'
  mapping: 'current' | 'original'
  canary: boolean
  perMinute: string
  /** Edited, or undefined for the job's own payload. */
  payload: string | undefined
  /** The edited request body, or undefined for that of the plan. */
  body: string | undefined
}

/** The request body of a step, for editing; undefined if it cannot be edited. */
export function bodyOf(step: unknown): string | undefined {
  const { call, update } = (step ?? {}) as { call?: { body?: Json }; update?: unknown }
  const body = call?.body
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body)
  return isObject && !update ? pretty(body) : undefined
}

/** Only the original plan has a body to edit; payload and body cannot both be edited. */
export function editing(wishes: Wishes, body: string | undefined): Wishes {
  return body === undefined ? { ...wishes, body } : { ...wishes, body, mapping: 'original', from: 'failed-step', payload: undefined }
}

/** @throws Error if the edited text is not valid JSON */
export function requestOf(request: ReplayRequest, wishes: Wishes): ReplayRequest {
  const { reason, from, mapping, canary, perMinute, payload, body } = wishes
  return {
    ...request,
    reason: reason.trim(),
    from,
    mapping,
    canary,
    ...(perMinute.trim() === '' ? {} : { perMinute: Number(perMinute) }),
    ...(payload === undefined || mapping === 'original' ? {} : { payload: parsed('payload', payload) }),
    ...(body === undefined || mapping === 'current' ? {} : { body: parsed('body', body) }),
  }
}

function parsed(what: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (reason) {
    throw new Error(`The ${what} is not valid JSON: ${(reason as Error).message}`)
  }
}
