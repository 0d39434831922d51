import { get } from './http'

export type Role = 'viewer' | 'operator' | 'admin'

export interface Me {
  user: string
  role: Role
}

/** What a page greys out for those who may not; the hub refuses it anyway. */
export interface Rights {
  operate: boolean
  configure: boolean
}

export function rightsOf(role: Role | undefined): Rights {
  return { operate: role === 'operator' || role === 'admin', configure: role === 'admin' }
}

export const OPERATORS_DO = 'Your role may look only: an operator does this.'
export const ADMINS_DO = 'Only an admin may do this.'

let asked: Promise<Me> | undefined

/** Who is logged in; asked once per page load. */
export function me(): Promise<Me> {
  asked ??= get<Me>('/api/me').catch(reason => {
    asked = undefined
    throw reason
  })
  return asked
}
