import type { AuditEntry } from './sentence'

const JOB = /^\/api\/jobs\/(\d+)$/
/** Said by the sentence, or without a value. */
const NOT_SHOWN = ['fields', 'role', 'location', 'changed']

/** What was changed: "name, enabled"; and what else is known, such as "job 17". Fields that were only sent are left out where it is known what changed. */
export function summary({ action, details = {} }: Pick<AuditEntry, 'action' | 'details'>): string {
  const names = changed(action, details)
  const others = Object.entries(details).filter(([name]) => !NOT_SHOWN.includes(name)).map(([name, value]) => `${name}: ${shown(value)}`)
  return [names, ...others, job(details['location'])].filter(Boolean).join('; ')
}

function changed(action: string, details: Record<string, unknown>): string {
  if (Array.isArray(details['changed'])) return `changed: ${details['changed'].join(', ')}`
  if (action === 'connections.change') return 'nothing changed'
  const sent = details['fields']
  return Array.isArray(sent) && !action.startsWith('users.') && action !== 'me.password' ? sent.filter(name => name !== 'reason').join(', ') : ''
}

function job(location: unknown): string {
  const job = JOB.exec(String(location ?? ''))?.[1]
  return job ? `job ${job}` : ''
}

function shown(value: unknown): string {
  return Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : JSON.stringify(value)
}
