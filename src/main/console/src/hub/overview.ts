import type { ConnectionState } from './connections'
import { get, query } from './http'

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
  tags: string[]
  state: ConnectionState
  jobsWaiting: number
  jobsRunning: number
  failuresLastDay: number
  failuresOpen: number
  budget: Figures
}

export interface Group {
  count: number
  /** The first few. */
  names: string[]
}

/** All connections in figures. */
export interface Summary {
  connections: number
  enabled: number
  needAttention: Group
  failing: Group
  tags: string[]
}

/** Figures over time. */
export interface Charts {
  failuresByDay: { day: string; failures: number }[]
  /** Calls to PSAs of the last 24 hours; of the connection that used most of its hourly budget, how much. */
  callsByHour: { hour: string; calls: number; usedPercent?: number; connection?: string }[]
  jobsWaiting: number
  /** Since when the first of them has been due. */
  oldestDueAt?: string
}

export const overviewCharts = (connection: string | undefined, signal?: AbortSignal) => get<Charts>('/api/overview/charts' + query({ connection }), signal)

export const overviewSummary = (signal?: AbortSignal) => get<Summary>('/api/overview/summary', signal)

export const CONNECTIONS_SHOWN = 20

/** A page of connections, in the form that lists are read page by page. */
export async function overviewPage(search: Record<string, string>, after: string | undefined, signal?: AbortSignal): Promise<{ lines: Line[]; next?: string }> {
  const lines = await get<Line[]>('/api/overview' + query({ ...search, after, limit: CONNECTIONS_SHOWN + 1 }), signal)
  return lines.length > CONNECTIONS_SHOWN ? { lines: lines.slice(0, CONNECTIONS_SHOWN), next: lines[CONNECTIONS_SHOWN - 1]!.id } : { lines }
}
