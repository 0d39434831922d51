import { exact } from '../ui/time'
import { projectOf, type AuditEntry, type Part } from './sentence'

const JOB = /^\/api\/jobs\/(\d+)$/
/** Said by the sentence, by a phrase of its own, or without a value. */
const NOT_SHOWN = ['fields', 'role', 'location', 'changed', 'name', 'times', 'address', 'lastAt', 'before', 'after']
/** Of these actions the sentence says everything. */
const SAID = /^(users|me)\./

/**
 * What was changed: "changed: opportunities › cron"; and what else is known, such as "job 17" with its page. Fields that were only sent are
 * left out where it is known what changed.
 */
export function summary(entry: Pick<AuditEntry, 'action' | 'details' | 'connection' | 'subject'>): Part[] {
  const { action, details = {} } = entry
  const others = Object.entries(details).filter(([name]) => !NOT_SHOWN.includes(name)).map(([name, value]) => `${inWords(name)}: ${shown(value)}`)
  const texts = [changed(action, details), refusals(details), versions(details), ...others].filter(Boolean).map(text => ({ text }))
  return [...texts, ...job(entry)].flatMap((part, position) => (position === 0 ? [part] : [{ text: '; ' }, part]))
}

function changed(action: string, details: Record<string, unknown>): string {
  if (Array.isArray(details['changed'])) return `${action.endsWith('.create') ? 'with' : 'changed'}: ${names(details['changed'])}`
  if (action.startsWith('connections.') ? action === 'connections.change' : /^alerts\.\w+\.change$/.test(action)) return 'nothing changed'
  const sent = details['fields']
  return Array.isArray(sent) && !SAID.test(action) ? names(sent.filter(name => name !== 'reason')) : ''
}

/** Of a row that counts refused logins. */
function refusals({ times, address, lastAt }: Record<string, unknown>): string {
  if (typeof times !== 'number') return ''
  const from = address === '(others)' ? 'other addresses' : String(address)
  return times === 1 ? `from ${from}` : `${times.toLocaleString('en')} times from ${from}, last ${exact(String(lastAt))}`
}

/** Of a mapping; the first eight characters of a hash name a version everywhere. */
function versions({ before, after }: Record<string, unknown>): string {
  const version = (hash: unknown) => String(hash).slice(0, 8)
  return [before === undefined ? '' : `from version ${version(before)}`, after === undefined ? '' : `to version ${version(after)}`].filter(Boolean).join(' ')
}

function job({ connection, subject, details }: Pick<AuditEntry, 'details' | 'connection' | 'subject'>): Part[] {
  const job = JOB.exec(String(details?.['location'] ?? ''))?.[1]
  const project = projectOf(subject)
  return job ? [{ text: `job ${job}`, page: connection && project ? `projects/${connection}/${project}/jobs/${job}` : undefined }] : []
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.map(shown).join(', ')
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return value !== null && typeof value === 'object' ? Object.entries(value).map(([name, one]) => `${inWords(name)} ${shown(one)}`).join(', ') : String(value ?? 'none')
}

const names = (all: unknown[]) => all.map(name => inWords(String(name))).join(', ')

/** Such as "opportunities › full sync" for `opportunities.fullSync`. */
const inWords = (name: string) => name.replaceAll('.', ' › ').replace(/([a-z0-9])([A-Z])/g, (_, last: string, first: string) => `${last} ${first.toLowerCase()}`)
