import type { Field } from '../form/schema'
import type { Role } from '../hub/me'
import type { Source } from '../hub/users'

export const ROLES: Record<Role, string> = {
  viewer: 'Viewer: reads everything but the audit trail',
  operator: 'Operator: also syncs, pushes, resolves and replays',
  admin: 'Admin: also changes connections, mappings, alerts and users',
}

export const roleTitle = (role: Role) => ROLES[role].replace(/:.*/, '')

export const ROLE: Field = {
  path: 'role', title: 'Role', kind: 'select', required: true, initial: undefined, description: 'What the user can do.',
  choices: Object.entries(ROLES).map(([id, name]) => ({ id, name })),
}

const RULES = 'At least 12 characters, 5 of them different, and more than the user name.'

export const password = (path: string, title: string, description = RULES): Field => ({ path, title, kind: 'secret', required: true, initial: undefined, choices: [], description })

export function definedIn(source: Source | undefined): string {
  return source === 'settings' ? 'Settings of the hub' : source === 'file' ? 'File console-users' : source === 'sign-on' ? 'Sign-on' : 'Database'
}

/** Why a user cannot be changed here, if so. */
export function fixedBecause(source: Source | undefined): string | undefined {
  if (source === 'settings') return 'Defined in the settings of the hub. Change it there and restart the hub.'
  if (source === 'file') return 'Defined in the file console-users of the hub. Change it there and restart the hub.'
  if (source === 'sign-on') return 'You signed on at a provider, which has your password.'
  return undefined
}
