import { get, post, query } from './http'
import { wordsOf } from './jobs'
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
  /** The name of the project. */
  subjectName?: string
  stepTitle?: string
  /** The same for all entries of one cause. */
  problem?: string
}

/** What a person has said about the failures of one cause. */
export interface Handling {
  acknowledgedBy?: string
  acknowledgedAt?: string
  note?: string
  assignee?: string
  mutedUntil?: string
  changedBy: string
  changedAt: string
}

/** The entries of one cause; cause, subject and step are those of the newest. */
export interface LogGroup extends Pick<LogEntry, 'connection' | 'flow' | 'class' | 'cause' | 'remedy' | 'field' | 'subject' | 'subjectName' | 'step' | 'stepTitle' | 'problem'> {
  entries: number
  open: number
  occurrences: number
  firstAt: string
  lastAt: string
  newest: number
  handling?: Handling
}

export interface LogGroups {
  groups: LogGroup[]
  matches: { count: number; atLeast: boolean }
}

/** Replaces what was said before. */
export interface HandlingDraft {
  acknowledged: boolean
  /** When what the person saw was said, or `none`: what another has said meanwhile is not lost. */
  seen: string
  note?: string
  assignee?: string
  mutedUntil?: string
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

/** What the systems gave the mapping whose output failed; for operators. */
export interface LogSource {
  /** Why there is none. */
  missing?: string
  mapping?: string
  takenAt?: string
  ofThisJob: boolean
  records: { pointer: string; value: unknown }[]
}

export const source = (id: number, signal?: AbortSignal) => get<LogSource>(`/api/log/${id}/source`, signal)

export const logGroups = (search: Record<string, string>, sort: string, signal?: AbortSignal, limit?: number) =>
  get<LogGroups>('/api/log/groups' + query({ ...search, sort, limit }), signal)

export const handle = (problem: string, draft: HandlingDraft) => post<Handling>(`/api/log/groups/${encodeURIComponent(problem)}/handling`, draft)

/** What an entry is about, in words: flow, project, step. */
export function aboutOf(entry: Pick<LogEntry, 'flow' | 'subject' | 'subjectName' | 'step' | 'stepTitle'>): string {
  const number = /:([0-9]+)$/.exec(entry.subject ?? '')?.[1]
  // A flow of the whole tenant has one subject, whose name says nothing more.
  const subject = entry.subjectName ? (number ? `${entry.subjectName} (${number})` : entry.subjectName) : entry.subject?.includes(':') ? entry.subject.replace(':', ' ') : undefined
  return [wordsOf(entry.flow), subject, entry.stepTitle ?? entry.step].filter(Boolean).join(', ')
}

/** Flows that the hub brings. */
export const FLOWS = ['poll-opportunities', 'refresh-directory', 'refresh-opportunity', 'watch-callbacks', 'link-opportunity', 'watch-projects', 'preview-project', 'push-project', 'sync-revenue', 'create-sales-order', 'check-connection', 'check-drift', 'reload']

export const exportAddress = (filters: Record<string, string>, format: 'csv' | 'json') => '/api/log/export' + query({ ...filters, format })

/** The page of a subject such as `project:90001`, or undefined. */
export function pageOf(entry: Pick<LogEntry, 'connection' | 'subject'>): string | undefined {
  const project = /^(?:project|link|revenue|sales-order):([0-9]+)$/.exec(entry.subject ?? '')?.[1]
  return project && entry.connection ? `projects/${entry.connection}/${project}` : undefined
}
