import type { ConnectionState } from './connections'
import { get } from './http'

export interface Figures {
  callsLastHour: number
  usedByOthers: number
  /** Calls per hour available to the hub; 0: no limit. */
  budget: number
  pausedUntil: string | null
}

/** One connection. */
export interface Line {
  id: string
  name: string
  system: string
  state: ConnectionState
  jobsWaiting: number
  jobsRunning: number
  failuresLastDay: number
  failuresOpen: number
  budget: Figures
}

export const overview = (signal?: AbortSignal) => get<Line[]>('/api/overview', signal)
