import type { Schema } from '../form/schema'
import type { Values } from '../form/values'
import { get, post, put, remove } from './http'

/** Where alerts are sent. */
export interface Target {
  id: number
  name: string
  channel: string
  enabled: boolean
  settings: Values
  /** The paths of the secrets that are set. */
  secrets: string[]
  sentTo: string
  lastSentAt?: string
  lastError?: string
}

export interface TargetDraft {
  name: string
  channel: string
  enabled: boolean
  settings: Values
}

export interface Channel {
  id: string
  title: string
  settings: Schema
}

export interface QuietHours {
  from?: string
  to?: string
  timeZone?: string
  days?: string[]
}

export interface RuleDraft {
  name: string
  enabled: boolean
  connection?: string
  classes: string[]
  flow?: string
  atLeast: number
  afterMinutes: number
  quietHours?: QuietHours
  targets: number[]
}

export interface Rule extends RuleDraft {
  id: number
  appliesFrom: string
}

export interface Problem {
  id: number
  connection?: string
  flow: string
  class: string
  cause: string
  remedy: string
  entry: number
  entries: number
  failures: number
  openedAt: string
  overAt?: string
}

export type DeliveryState = 'HELD' | 'PENDING' | 'SENDING' | 'SENT' | 'FAILED' | 'IN_DIGEST' | 'CANCELLED'

export interface Delivery {
  id: number
  targetId: number
  target: string
  problemId?: number
  kind: 'OPENED' | 'OVER' | 'DIGEST' | 'TEST'
  state: DeliveryState
  attempts: number
  createdAt: string
  dueAt: string
  sentAt?: string
  error?: string
}

const target = (id: number | string) => `/api/alerts/targets/${id}`
const rule = (id: number | string) => `/api/alerts/rules/${id}`

export const alerts = {
  channels: (signal?: AbortSignal) => get<Channel[]>('/api/alerts/channels', signal),
  targets: (signal?: AbortSignal) => get<Target[]>('/api/alerts/targets', signal),
  target: (id: string, signal?: AbortSignal) => get<Target>(target(id), signal),
  createTarget: (draft: TargetDraft) => post<Target>('/api/alerts/targets', draft),
  saveTarget: (id: number, draft: TargetDraft) => put<Target>(target(id), draft),
  deleteTarget: (id: number) => remove<void>(target(id)),
  test: (id: number) => post<{ delivery: number }>(`${target(id)}/test`),
  rules: (signal?: AbortSignal) => get<Rule[]>('/api/alerts/rules', signal),
  rule: (id: string, signal?: AbortSignal) => get<Rule>(rule(id), signal),
  createRule: (draft: RuleDraft) => post<Rule>('/api/alerts/rules', draft),
  saveRule: (id: number, draft: RuleDraft) => put<Rule>(rule(id), draft),
  deleteRule: (id: number) => remove<void>(rule(id)),
  problems: (signal?: AbortSignal) => get<Problem[]>('/api/alerts/problems?limit=20', signal),
  delivery: (id: number) => get<Delivery>(`/api/alerts/deliveries/${id}`),
  sendAgain: (id: number) => post<Delivery>(`/api/alerts/deliveries/${id}/retry`),
}

/** Waits for the outcome of a test. */
export async function tested(id: number, ask: (id: number) => Promise<Delivery> = alerts.delivery, pause = 500, tries = 120): Promise<Delivery> {
  let delivery = await ask(id)
  for (let turn = 0; turn < tries && !['SENT', 'FAILED', 'CANCELLED'].includes(delivery.state); turn++) {
    await new Promise(resolve => setTimeout(resolve, pause))
    delivery = await ask(id)
  }
  return delivery
}
