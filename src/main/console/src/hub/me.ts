import { get } from './http'
import type { Source } from './users'

export type Role = 'viewer' | 'operator' | 'admin'

export interface Me {
  user: string
  role: Role
  source?: Source
  /** Of the hub. */
  version?: string
}

/** What the role permits; pages grey out the rest, and the hub refuses it. */
export interface Rights {
  operate: boolean
  configure: boolean
}

export function rightsOf(role: Role | undefined): Rights {
  return { operate: role === 'operator' || role === 'admin', configure: role === 'admin' }
}

export const OPERATORS_DO = 'Your role is read-only. Ask an operator.'
export const ADMINS_DO = 'Only an admin can do this.'

let asked: Promise<Me> | undefined

/** Who is logged in; requested once per page load. */
export function me(): Promise<Me> {
  asked ??= get<Me>('/api/me').catch(reason => {
    asked = undefined
    throw reason
  })
  return asked
}
