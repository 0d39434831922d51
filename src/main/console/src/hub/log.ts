import { get, query } from './http'
import type { PastReplay } from './replays'

export const CLASSES = [
  'AUTHENTICATION',
  'PERMISSION',
  'CONFIGURATION',
  'VALIDATION',
  'MISSING_REFERENCE',
  'DUPLICATE',
  'RATE_LIMIT',
  'TRANSIENT',
  'OUTCOME_UNKNOWN',
  'BUG',
]

/** One failure, with all its occurrences while it was open. */
export interface LogEntry {
  id: number
  connection?: string
  flow: string
  subject?: string
  step?: string
  jobId?: number
  class: string
  cause: string
  remedy: string
  field?: string
  state: 'OPEN' | 'RESOLVED'
  occurrences: number
  createdAt: string
  lastAt: string
  resolvedAt?: string
}

/** With its long texts: raw, mapped, request, response. */
export interface LogDetail extends LogEntry {
  raw?: string
  mapped?: unknown
  request?: string
  response?: string
  stackTrace?: string
  jobState?: string
  jobAttempts?: number
  replays?: PastReplay[]
}

export const entry = (id: string, signal?: AbortSignal) => get<LogDetail>(`/api/log/${encodeURIComponent(id)}`, signal)

export const exportAddress = (filters: Record<string, string>, format: 'csv' | 'json') => '/api/log/export' + query({ ...filters, format })

/** The page of a subject such as `project:90001`, or undefined. */
export function pageOf(entry: Pick<LogEntry, 'connection' | 'subject'>): string | undefined {
  const project = /^(?:project|link|revenue|sales-order):([0-9]+)$/.exec(entry.subject ?? '')?.[1]
  return project && entry.connection ? `projects/${entry.connection}/${project}` : undefined
}
