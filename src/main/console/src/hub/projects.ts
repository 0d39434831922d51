import { get, post, put, query } from './http'

/** A ScopeStack project as last read, with its state in the PSA. */
export interface Project {
  id: string
  name?: string
  client?: string
  status?: string
  state?: PsaState
  stale: boolean
  opportunity?: string
  approvedAt?: string
  changedAt?: string
}

export type PsaState = 'RUNNING' | 'UNKNOWN_OUTCOMES' | 'FAILED' | 'CANCELLED' | 'STALE' | 'DONE' | 'NONE'

export interface Step {
  key: string
  title: string
  mode: string
  state: 'PLANNED' | 'SENDING' | 'DONE' | 'REJECTED' | 'UNKNOWN' | 'BLOCKED'
  inPlan: boolean
  remoteId?: string
  origin?: string
  cause?: string
  remedy?: string
  parent?: string
  link?: string
  warnings?: string[]
}

export type JobState = 'WAITING' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED'

export interface Job {
  id: number
  flow: string
  state: JobState
  source: string
  /** Who asked for it, if a person did. */
  requestedBy?: string
  /** Why it waits, if a system does not answer. */
  waitsFor?: string
  /** Who cancelled it; while it is running, it stops before its next step. */
  cancellation?: { by: string; at: string; reason: string }
  attempts: number
  done: number
  total: number
  /** Steps per second. */
  rate?: number
  secondsLeft?: number
  result?: Record<string, unknown>
  createdAt: string
  startedAt?: string
  finishedAt?: string
}

/** The state of a plan. */
export interface Subject {
  flow?: string
  executedAt?: string
  link?: string
  counts: Record<string, number>
  steps: Step[]
}

/** Why an action of a project is not available. */
export interface Problem {
  cause: string
  remedy: string
}

/** Null if it is available. */
export type Gates = Record<'push' | 'linked' | 'revenue' | 'order' | 'link', Problem | null>

/** Everything about one project. */
export interface WholeProject extends Project, Subject {
  /** Its page in ScopeStack. */
  scopeStackLink?: string
  /** Absent while the hub has not seen the project. */
  gates?: Gates
  /** Related plans by subject, such as `revenue:90001`. */
  related: Record<string, Subject>
  jobs: Job[]
}

/** The opportunity that a project is linked to, as last read. */
export interface OpportunityLink {
  project: string
  /** In the PSA; null if the hub did not publish the linked one. */
  opportunity: string | null
  crmOpportunity: string | null
  name: string | null
  /** Of the project in ScopeStack. */
  client: string | null
  /** Of the opportunity in the PSA. */
  company: string | null
  sameCompany: boolean
}

export interface Call {
  id: number
  step: string
  kind: 'WRITE' | 'LOOK_UP'
  at: string
  millis: number
  status?: number
  request?: string
  response?: string
}

/** A field of the form Create PSA project, with the choices of the tenant. */
export interface OptionField {
  name: string
  title: string
  description: string
  type: 'date' | 'boolean' | 'choice' | 'text'
  required: boolean
  default?: unknown
  /** The meaning of an empty choice. */
  none?: string
  /** Names of the fields whose values decide what is offered here. */
  dependsOn?: string[]
  /** What to search for, for a field with more choices than are shown at once. */
  search?: string
  choices?: { id: string | number; name: string }[]
  more?: boolean
  problem?: string
}

export type PlannedAction = 'CREATE' | 'UPDATE' | 'REUSE' | 'SKIP' | 'REFUSED' | 'BLOCKED' | 'UNDECIDED' | 'CANCELLED'

export interface StepPreview {
  key: string
  title: string
  parent?: string | null
  action: PlannedAction
  reason?: string | null
  warnings?: string[]
}

export interface Preview {
  preview: number
  state: 'PREPARING' | 'READY' | 'REFUSED' | 'FAILED' | 'CONFIRMED' | 'EXPIRED'
  validUntil?: string
  failure?: { cause: string; remedy: string }
  problems?: { field?: string; cause: string; remedy: string }[]
  /** What names and defaults of the form were resolved to. */
  resolved?: { name: string; value: string }[]
  /** The records would go to another company than the project's client: a person confirms it. */
  otherCompany?: { client: string; company: string }
  totals?: Partial<Record<PlannedAction, number>>
  estimate?: { writes: number; lookUps: number; calls: number; percentOfBudget: number | null; callsLeft: number | null; seconds: number }
  steps?: StepPreview[]
  warnings?: { step?: string; text: string }[]
}

const one = (connection: string, project: string) => `/api/connections/${encodeURIComponent(connection)}/projects/${encodeURIComponent(project)}`

/** A project of any connection. */
export interface AnyProject extends Project {
  connection: string
}

/** Across all connections; without a search those that run, failed or need a decision. */
export const allProjects = (search: Record<string, string>, signal?: AbortSignal) => get<{ projects: AnyProject[]; more: boolean }>('/api/projects' + query(search), signal)

export const projects = {
  list: (connection: string) => `/api/connections/${encodeURIComponent(connection)}/projects`,
  one: (connection: string, project: string, signal?: AbortSignal) => get<WholeProject>(one(connection, project), signal),
  calls: (connection: string, project: string) => one(connection, project) + '/calls',
  options: (connection: string, chosen: Record<string, string>, signal?: AbortSignal) =>
    get<{ fields: OptionField[] }>(`/api/connections/${encodeURIComponent(connection)}/project-options${query(chosen)}`, signal),
  askPreview: (connection: string, project: string, options: unknown) => post<{ preview: number }>(one(connection, project) + '/psa-project/preview', options),
  preview: (connection: string, project: string, id: number, signal?: AbortSignal) => get<Preview>(`${one(connection, project)}/psa-project/preview/${id}`, signal),
  confirm: (connection: string, project: string, preview: number, confirmOtherCompany: boolean) =>
    post<{ job: number }>(one(connection, project) + '/psa-project', confirmOtherCompany ? { preview, confirmOtherCompany } : { preview }),
  resolve: (connection: string, project: string, step: string, decision: { remoteId?: string; create?: true; reason: string }) =>
    post<{ job: number }>(`${one(connection, project)}/steps/${encodeURIComponent(step)}/resolution`, decision),
  link: (connection: string, project: string, signal?: AbortSignal) => get<OpportunityLink>(one(connection, project) + '/opportunity', signal),
  setLink: (connection: string, project: string, opportunity: string | null, confirmOtherCompany = false) =>
    put<{ job: number }>(one(connection, project) + '/opportunity', { opportunity, confirmOtherCompany }),
  updateCrm: (connection: string, project: string) => post<{ job: number }>(one(connection, project) + '/crm'),
  salesOrder: (connection: string, project: string) => post<{ job: number }>(one(connection, project) + '/sales-order'),
}
