import { get, post } from './http'

export interface ReplayRequest {
  entries?: number[]
  search?: Record<string, string>
  reason?: string
  from?: 'start' | 'failed-step'
  mapping?: 'current' | 'original'
  canary?: boolean
  perMinute?: number
  payload?: unknown
  /** Replaces the request body of the entry's step. */
  body?: unknown
}

export interface ReplayPreview {
  entries: number
  replayable: number
  jobs: number
  connections: number
  excluded: { reason: string; entries: number; examples: number[] }[]
}

export interface Replay {
  id: number
  state: 'RUNNING' | 'PAUSED' | 'DONE' | 'CANCELLED'
  reason: string
  by: string
  from: string
  mapping: string
  canary: boolean
  perMinute?: number
  stateReason?: string
  body?: unknown
  formerBody?: unknown
  createdAt: string
  finishedAt?: string
  progress: Progress
}

/** Jobs by their state. */
export interface Progress {
  total: number
  waiting: number
  running: number
  succeeded: number
  failed: number
  skipped: number
  cancelled: number
}

export interface ReplayItem {
  id: number
  job: number
  connection: string
  flow: string
  subject: string
  state: string
  entries: number
  result?: string
}

/** A replay of one log entry. */
export interface PastReplay {
  replay: number
  by: string
  reason: string
  state: string
  result?: string
  at: string
}

export const replays = {
  one: (id: string, signal?: AbortSignal) => get<Replay>(`/api/replays/${encodeURIComponent(id)}`, signal),
  preview: (request: ReplayRequest) => post<ReplayPreview>('/api/replays/preview', request),
  begin: (request: ReplayRequest) => post<Replay>('/api/replays', request),
  pause: (id: number) => post<Replay>(`/api/replays/${id}/pause`),
  resume: (id: number) => post<Replay>(`/api/replays/${id}/resume`),
  cancel: (id: number) => post<Replay>(`/api/replays/${id}/cancel`),
}
