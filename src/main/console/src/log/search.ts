const NAMES = ['connection', 'flow', 'class', 'state', 'subject', 'text', 'from', 'to']

/** The filters as the hub takes them: others are left out, times become UTC. */
export function searchOf(filters: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    NAMES.flatMap(name => {
      const value = filters[name]
      if (!value) return []
      return [[name, name === 'from' || name === 'to' ? utc(value) : value]]
    })
  )
}

/** A local time such as 2026-03-01T12:00 in UTC; whatever is no time goes to the hub as it is, which says what is wrong with it. */
function utc(local: string): string {
  const time = new Date(local)
  return Number.isNaN(time.getTime()) ? local : time.toISOString()
}
