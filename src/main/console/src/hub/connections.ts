import type { Schema } from '../form/schema'
import type { Values } from '../form/values'
import { get, post, put, remove } from './http'

/** A connected app: one ScopeStack account with one PSA tenant. */
export interface Connection {
  id: string
  name: string
  system: string
  enabled: boolean
  settings: Values
  /** The paths of the secrets that are set. */
  secrets: string[]
  /** What is unusual about it beside other connections; not in lists. */
  warnings?: string[]
}

export type Draft = Omit<Connection, 'secrets' | 'warnings'>

/** A PSA that the hub has routes for, with its form. */
export interface Psa {
  id: string
  title: string
  settings: Schema
}

export interface ConnectionState {
  status: 'UNCHECKED' | 'CONNECTED' | 'NEEDS_ATTENTION'
  enabled: boolean
  cause: string | null
  remedy: string | null
  lastSyncAt: string | null
  nextSyncAt: string | null
  /** Of the connection, such as Europe/Berlin. */
  timeZone: string
}

export interface Right {
  area: string
  name: string
  needed: string
  neededFor: string
  state: 'GRANTED' | 'MISSING' | 'UNKNOWN'
  found: string | null
  remedy: string | null
}

export interface CheckedRights {
  checkedAt: string | null
  /** Whether the settings were changed since. */
  settingsChanged: boolean
  rights: Right[]
}

const one = (id: string) => `/api/connections/${encodeURIComponent(id)}`

export const connections = {
  all: (signal?: AbortSignal) => get<Connection[]>('/api/connections', signal),
  one: (id: string, signal?: AbortSignal) => get<Connection>(one(id), signal),
  state: (id: string, signal?: AbortSignal) => get<ConnectionState>(`${one(id)}/status`, signal),
  rights: (id: string, signal?: AbortSignal) => get<CheckedRights>(`${one(id)}/rights`, signal),
  /** Statuses and stages of the tenant. */
  names: (id: string, signal?: AbortSignal) => get<Record<string, string[]>>(`${one(id)}/opportunity-names`, signal),
  check: (id: string) => post<CheckedRights>(`${one(id)}/check`),
  /** Checks unsaved values; secrets that are left out are those already stored. */
  checkDraft: (draft: Draft) => post<CheckedRights>('/api/connections/check', draft),
  create: (draft: Draft) => post<Connection>('/api/connections', draft),
  save: (draft: Draft) => put<Connection>(one(draft.id), draft),
  enable: (id: string, on: boolean) => post<Connection>(`${one(id)}/${on ? 'enable' : 'disable'}`),
  sync: (id: string) => post<{ jobs: number[] }>(`${one(id)}/sync`),
  /** Reads all opportunities again, not only changes. */
  syncAll: (id: string) => post<{ jobs: number[] }>(`${one(id)}/sync?full=true`),
  /** Reads all opportunities again and closes those that are gone, regardless of the safety limit. */
  syncAndClose: (id: string) => post<{ jobs: number[] }>(`${one(id)}/sync?full=true&confirmClosing=true`),
  delete: (id: string) => remove<void>(one(id)),
}

export const systems = (signal?: AbortSignal) => get<Psa[]>('/api/systems', signal)
