const NAMES = ['connection', 'flow', 'class', 'state', 'subject', 'text', 'from', 'to']

/** The filters as the hub accepts them: unknown ones are omitted, times are converted to UTC. */
export function searchOf(filters: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    NAMES.flatMap(name => {
      const value = filters[name]
      if (!value) return []
      return [[name, name === 'from' || name === 'to' ? utc(value) : value]]
    })
  )
}

/** A local time such as 2026-03-01T12:00 in UTC; anything else is passed on unchanged, and the hub reports the error. */
function utc(local: string): string {
  const time = new Date(local)
  return Number.isNaN(time.getTime()) ? local : time.toISOString()
}
