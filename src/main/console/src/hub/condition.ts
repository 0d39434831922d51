import { spoken } from '../ui/spoken'
import type { ConnectionState } from './connections'

const WORDS = { CONNECTED: 'Connected.', NEEDS_ATTENTION: 'Needs attention.', UNCHECKED: 'Not tested yet.' } as const

/** How a connection is, for people at a page: what they press, not what programs call. */
export function condition({ status, enabled, cause, remedy }: Pick<ConnectionState, 'status' | 'enabled' | 'cause' | 'remedy'>): { title: string; more: string } {
  return {
    title: enabled ? WORDS[status] : `Disabled, nothing runs for it. ${WORDS[status]}`,
    more: status === 'NEEDS_ATTENTION' ? spoken([cause, remedy].filter(Boolean).join(' ')) : status === 'UNCHECKED' ? 'Press Test connection on its page.' : '',
  }
}
