import { pageOf, type LogEntry } from '../hub/log'
import type { WholeProject } from '../hub/projects'

/** Something that a remedy asks for, one click away. */
export interface Remedy {
  label: string
  /** One of our pages, with filters. */
  page?: string
  filters?: Record<string, string>
  /** A page of another system. */
  href?: string
  /** What the hub does at once. */
  does?: 'test' | 'lists'
}

const OF_CONNECTION = ['AUTHENTICATION', 'PERMISSION', 'CONFIGURATION']
const OF_FORM = ['push-project', 'preview-project']
const OPPORTUNITY = /^opportunity:(.+)$/

/** What can be done about a failure from here: fix the settings, fill in the form again, look at the records. */
export function remediesOf(entry: Pick<LogEntry, 'class' | 'connection' | 'flow' | 'subject' | 'step' | 'field'>, project?: WholeProject): Remedy[] {
  const { connection } = entry
  if (!connection) return []
  const remedies: Remedy[] = []
  const page = pageOf(entry)
  const isSetting = entry.field?.includes('.') && !entry.field.startsWith('projects.options')
  if (OF_CONNECTION.includes(entry.class) || isSetting) {
    remedies.push({ label: isSetting ? 'Open the setting' : 'Open the connection', page: `apps/${connection}`, filters: isSetting ? { field: entry.field! } : {} })
  }
  if (entry.class === 'AUTHENTICATION' || entry.class === 'PERMISSION') remedies.push({ label: 'Test connection', does: 'test' })
  if (page && OF_FORM.includes(entry.flow)) {
    remedies.push({ label: 'Open the form', page: `${page}/create`, filters: entry.field && !isSetting ? { field: entry.field } : {} })
  }
  if (page) remedies.push({ label: 'Open the project', page })
  if (entry.class === 'MISSING_REFERENCE' || entry.class === 'CONFIGURATION') remedies.push({ label: 'Refresh lists', does: 'lists' })
  const opportunity = OPPORTUNITY.exec(entry.step ?? '')?.[1]
  if (opportunity) remedies.push({ label: 'Open the opportunity', page: 'opportunities', filters: { connection, search: opportunity } })
  const all = project ? [...project.steps, ...Object.values(project.related).flatMap(other => other.steps)] : []
  const step = all.find(one => one.key === entry.step)
  const link = step?.link ?? all.find(one => one.key === step?.parent)?.link ?? project?.link
  if (link) remedies.push({ label: step?.link ? 'Record in the PSA' : 'Project in the PSA', href: link })
  if (project?.scopeStackLink) remedies.push({ label: 'Project in ScopeStack', href: project.scopeStackLink })
  return remedies
}
