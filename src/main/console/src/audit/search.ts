import { startOf, utc } from '../log/search'

const NAMES = ['id', 'who', 'action', 'connection', 'subject', 'outcome', 'from', 'to']

/** The filters as the hub accepts them: times in UTC, a period as the time of its beginning. */
export function auditSearch(filters: Record<string, string>, now = Date.now()): Record<string, string> {
  const asked = Object.fromEntries(NAMES.map(name => [name, filters[name] ?? '']))
  const from = startOf(filters['since'], now) ?? filters['from']
  return { ...asked, from: from ? utc(from) : '', to: filters['to'] ? utc(filters['to']) : '' }
}
