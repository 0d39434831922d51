import { get, post, put, remove } from './http'
import type { Role } from './me'

export interface User {
  name: string
  role: Role
  enabled: boolean
  source: Source
  createdAt?: string
  createdBy?: string
  lastLoginAt?: string
}

/** Where a user is defined. */
export type Source = 'database' | 'settings' | 'file' | 'sign-on'

export interface UserDraft {
  name: string
  role: string
  password: string
}

const user = (name: string) => `/api/users/${encodeURIComponent(name)}`

export const users = {
  all: (signal?: AbortSignal) => get<User[]>('/api/users', signal),
  one: (name: string, signal?: AbortSignal) => get<User>(user(name), signal),
  add: (draft: UserDraft) => post<User>('/api/users', draft),
  changeRole: (name: string, role: string) => put<User>(`${user(name)}/role`, { role }),
  setPassword: (name: string, password: string) => put<User>(`${user(name)}/password`, { password }),
  disable: (name: string) => post<User>(`${user(name)}/disable`),
  enable: (name: string) => post<User>(`${user(name)}/enable`),
  remove: (name: string) => remove<void>(user(name)),
}

export const changeOwnPassword = (currentPassword: string, newPassword: string) => put<void>('/api/me/password', { currentPassword, newPassword })
