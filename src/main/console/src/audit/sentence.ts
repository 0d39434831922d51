import { wordsOf } from '../hub/jobs'

export interface AuditEntry {
  id: number
  at: string
  who: string
  role?: string
  action: string
  connection?: string
  subject?: string
  reason?: string
  outcome: 'DONE' | 'REFUSED' | 'FAILED'
  details?: Record<string, unknown>
}

/** A part of a sentence; with a page it is a link. */
export interface Part {
  text: string
  page?: string
  filters?: Record<string, string>
}

/** What was done and to what: past, infinitive, object. */
type Deed = [string, string, string]

const OTHERS: Record<string, string> = { webhook: 'A webhook', approval: 'An approval', configuration: 'The configuration', start: 'The hub' }

const DEEDS: Record<string, Deed> = {
  'login': ['logged in', 'log in', ''],
  'logout': ['logged out', 'log out', ''],
  'me.password': ['changed', 'change', 'their own password'],
  'connections.create': ['added', 'add', 'the connection'],
  'connections.change': ['changed', 'change', 'the connection'],
  'connections.delete': ['deleted', 'delete', 'the connection'],
  'connections.enable': ['enabled', 'enable', 'the connection'],
  'connections.disable': ['disabled', 'disable', 'the connection'],
  'connections.check': ['tested', 'test', 'the connection'],
  'connections.sync': ['synced', 'sync', 'the connection'],
  'connections.companies.sync': ['read the companies of', 'read the companies of', 'the connection'],
  'connections.drift': ['checked', 'check', 'the drift of the connection'],
  'connections.drift.make-again': ['made again', 'make again', 'what is missing'],
  'connections.drift.take-over': ['took over', 'take over', 'a change in the PSA'],
  'connections.drift.forget': ['forgot', 'forget', 'what is gone in the PSA'],
  'connections.projects.psa-project': ['created or continued', 'create or continue', 'the PSA project of'],
  'connections.projects.crm': ['updated the CRM with', 'update the CRM with', ''],
  'connections.projects.sales-order': ['created', 'create', 'a sales order of'],
  'connections.projects.opportunity.change': ['linked', 'link', 'an opportunity to'],
  'connections.projects.opportunity': ['linked', 'link', 'an opportunity to'],
  'connections.projects.opportunity.delete': ['removed', 'remove', 'the opportunity of'],
  'connections.projects.steps.resolution': ['decided on', 'decide on', 'a step of'],
  'log.retry': ['retried', 'retry', ''],
  'log.resolution': ['resolved', 'resolve', ''],
  'log.groups.handling': ['handled', 'handle', ''],
  'jobs.cancel': ['cancelled', 'cancel', ''],
  'replays.create': ['started', 'start', ''],
  'replays.pause': ['paused', 'pause', ''],
  'replays.resume': ['resumed', 'resume', ''],
  'replays.cancel': ['cancelled', 'cancel', ''],
  'alerts.targets': ['added', 'add', 'the alert target'],
  'alerts.targets.change': ['changed', 'change', 'the alert target'],
  'alerts.targets.delete': ['deleted', 'delete', 'the alert target'],
  'alerts.targets.test': ['tested', 'test', 'the alert target'],
  'alerts.rules': ['added', 'add', 'the alert rule'],
  'alerts.rules.change': ['changed', 'change', 'the alert rule'],
  'alerts.rules.delete': ['deleted', 'delete', 'the alert rule'],
  'alerts.deliveries.retry': ['sent again', 'send again', 'the delivery'],
  'mappings.promote': ['promoted', 'promote', 'a draft of'],
  'mappings.roll-back': ['rolled back', 'roll back', ''],
  'users.create': ['added', 'add', 'the user'],
  'users.role': ['changed', 'change', 'the role of'],
  'users.password': ['set', 'set', 'the password of'],
  'users.disable': ['disabled', 'disable', 'the user'],
  'users.enable': ['enabled', 'enable', 'the user'],
  'users.delete': ['deleted', 'delete', 'the user'],
}

const UNSAVED: Deed = ['tested', 'test', 'settings that are not saved']

/** Who did what, such as "Olga disabled the connection Northwind". */
export function sentence(entry: AuditEntry, nameOf: (connection: string) => string): Part[] {
  const who = OTHERS[entry.who] ?? entry.who
  if (entry.action === 'login' && entry.outcome === 'REFUSED') return [{ text: `${who} was refused at the login` }]
  const [past, infinitive, object] = entry.action === 'connections.check' && !entry.connection ? UNSAVED : deedOf(entry.action)
  const verb = entry.outcome === 'DONE' ? past : `tried to ${infinitive}`
  return joined([{ text: [who, verb, object].filter(Boolean).join(' ') }, ...targets(entry, nameOf)])
}

function deedOf(action: string): Deed {
  const known = DEEDS[action]
  if (known) return known
  const [first = '', ...rest] = action.split('.')
  if (first === 'job') return [`started "${wordsOf(rest.join('.'))}" for`, `start "${wordsOf(rest.join('.'))}" for`, '']
  if (first === 'jmx') return [`ran the operation ${rest.join('.')} of`, `run the operation ${rest.join('.')} of`, '']
  return [`did ${action}`, `do ${action}`, '']
}

function targets(entry: AuditEntry, nameOf: (connection: string) => string): Part[] {
  const { connection, action } = entry
  const subject = subjectOf(entry)
  const role = action.startsWith('users.') && typeof entry.details?.['role'] === 'string' ? [{ text: `${action === 'users.create' ? 'with the role' : 'to'} ${entry.details['role']}` }] : []
  const of = connection === undefined ? [] : [...(subject ? [{ text: 'of' }] : []), { text: nameOf(connection), page: `apps/${connection}` }]
  return [...(subject ? [subject] : []), ...of, ...role]
}

/** What the subject is, with its page. */
function subjectOf({ action, connection, subject, details }: AuditEntry): Part | undefined {
  if (subject === undefined) return undefined
  if (action.startsWith('jmx.')) return { text: beanOf(subject) }
  const [type = '', ...rest] = subject.split(':')
  const id = rest.join(':')
  const project = projectOf(subject)
  if (project && connection) return { text: `project ${project}`, page: `projects/${connection}/${project}` }
  if (action.startsWith('log.groups.')) return { text: 'a cause of failures', page: 'log', filters: { problem: id, view: 'entries', state: 'ALL' } }
  if (type === 'log') return /^[0-9]+$/.test(id) ? { text: `log entry ${id}`, page: `log/${id}` } : undefined
  if (type === 'replays') return { text: `replay ${id}`, page: `log/replays/${id}` }
  if (type === 'users') return { text: id, page: `users/${encodeURIComponent(id)}` }
  if (type === 'mappings') return { text: id.replaceAll(':', '/'), page: `mappings/${id}` }
  if (type === 'jobs') return { text: `job ${id}` }
  const alert = /^alerts\.(targets|rules)\b/.exec(action)?.[1]
  if (type === 'alerts') return { text: typeof details?.['name'] === 'string' ? details['name'] : id, page: alert ? `alerts/${alert}/${id}` : 'alerts' }
  if (type === 'finding') return { text: `(finding ${id})`, page: connection && `apps/${connection}/drift` }
  return { text: subject }
}

/** The project that the subject is about, or undefined. */
export const projectOf = (subject: string | undefined) => /(?:^| )(?:project|link|revenue|sales-order):([0-9]+)/.exec(subject ?? '')?.[1]

const BEANS: Record<string, string> = { routes: 'the route', endpoints: 'the endpoint', context: 'the Camel context', components: 'the component', processors: 'the step' }

/** Such as "the route push-project" for `org.apache.camel:context=scopebridge,name="push-project",type=routes`. */
function beanOf(bean: string): string {
  const keys = Object.fromEntries([...bean.matchAll(/([A-Za-z]+)=("(?:[^"\\]|\\.)*"|[^,]*)/g)].map(([, key = '', value = '']) => [key, value.replace(/^"|"$/g, '')]))
  return keys['name'] ? `${BEANS[keys['type'] ?? ''] ?? 'the bean'} ${keys['name']}` : `the bean ${bean}`
}

function joined(parts: Part[]): Part[] {
  return parts.flatMap((part, position) => (position === 0 ? [part] : [{ text: ' ' }, part]))
}
