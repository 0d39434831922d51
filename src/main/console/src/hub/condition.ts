import { spoken } from '../ui/spoken'
import type { ConnectionState } from './connections'

const WORDS = { CONNECTED: 'Connected.', NEEDS_ATTENTION: 'Needs attention.', UNCHECKED: 'Not tested yet.' } as const

/** The status of a connection, for people at a page: what to click, not what programs call. */
export function condition({ status, enabled, cause, remedy }: Pick<ConnectionState, 'status' | 'enabled' | 'cause' | 'remedy'>): { title: string; more: string } {
  return {
    title: enabled ? WORDS[status] : `Disabled: nothing runs. ${WORDS[status]}`,
    more: status === 'NEEDS_ATTENTION' ? spoken([cause, remedy].filter(Boolean).join(' ')) : status === 'UNCHECKED' ? 'Use Test connection on its page.' : '',
  }
}
