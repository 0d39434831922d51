import { get, post, query } from './http'

export interface Mapping {
  id: string
  file: string
  kind: 'MAPPING' | 'LIBRARY'
  /** The hash of the text in use. */
  version: string
  /** DATABASE: a promoted version is used in place of the file. */
  origin: 'FILE' | 'DATABASE'
  /** A version is promoted in place of the file, in use or refused. */
  overridden: boolean
  location: string
  since?: string
  by?: string
  reason?: string
  fileChanged: boolean
  refused?: string
  uses: string[]
  usedBy: string[]
  failures?: { count: number; entry: number; cause: string; at: string }
}

export interface MappingText {
  mapping: Mapping
  text: string
  textVersion: string
  fileText?: string
  failures: { entry: number; connection?: string; subject?: string; state: string; cause: string; at: string }[]
  example: boolean
}

export interface Change {
  id: number
  version: string
  kind: 'FILE' | 'PROMOTED' | 'ROLLED_BACK'
  by?: string
  reason?: string
  at: string
}

export interface KeptInput {
  id: number
  mapping: string
  connection: string
  flow?: string
  subject?: string
  job?: number
  takenAt: string
  length: number
}

/** Where a text does not compile; line and column from 1, or 0 if unknown. */
export interface Place {
  file: string
  line: number
  column: number
  reason: string
}

/** On what a draft runs: exactly one of example, project and last. */
export interface Over {
  example?: boolean
  project?: string
  last?: number
  connection?: string
}

export interface Difference {
  path: string
  current?: unknown
  draft?: unknown
}

export interface ItemChange {
  item: string
  title?: string
  change: 'CHANGED' | 'ADDED' | 'REMOVED'
  differences: Difference[]
}

export interface InputResult {
  mapping: string
  input?: KeptInput
  same: number
  changed: number
  added: number
  removed: number
  items: ItemChange[]
  currentFailure?: string
  failure?: string
  current?: unknown
  draft?: unknown
}

export interface DraftResult {
  mappings: string[]
  errors: Place[]
  inputs: number
  notRun: number
  same: number
  changed: number
  added: number
  removed: number
  failed: number
  fields: { field: string; items: number }[]
  results: InputResult[]
}

const one = (id: string) => `/api/mappings/${encodeURIComponent(id)}`

export const mappings = {
  all: (signal?: AbortSignal) => get<Mapping[]>('/api/mappings', signal),
  one: (id: string, signal?: AbortSignal) => get<MappingText>(one(id), signal),
  history: (id: string, signal?: AbortSignal) => get<Change[]>(`${one(id)}/history`, signal),
  version: (id: string, version: string) => get<{ text: string }>(`${one(id)}/versions/${version}`),
  inputs: (id: string, connection: string, signal?: AbortSignal) => get<KeptInput[]>(`${one(id)}/inputs${query({ connection, limit: 500 })}`, signal),
  check: (id: string, text: string) => post<DraftResult>(`${one(id)}/preview`, { text }),
  run: (id: string, text: string, over: Over) => post<DraftResult>(`${one(id)}/preview`, { text, over }),
  promote: (id: string, text: string, version: string, reason: string) => post<MappingText>(`${one(id)}/promote`, { text, version, reason }),
  rollBack: (id: string, version: string) => post<MappingText>(`${one(id)}/roll-back`, { version }),
}

/** The address of a file. */
export const idOf = (file: string) => file.replaceAll('/', ':')
