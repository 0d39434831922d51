const JOB = /^\/api\/jobs\/(\d+)$/

/** Such as "changed: name, enabled; job 17"; the URL of a started job is shown as its number. */
export function summary(details: Record<string, unknown> = {}): string {
  return Object.entries(details)
    .map(([name, value]) => (name === 'location' ? started(String(value)) : `${name}: ${shown(value)}`))
    .filter(Boolean)
    .join('; ')
}

function started(location: string): string {
  const job = JOB.exec(location)?.[1]
  return job ? `job ${job}` : ''
}

function shown(value: unknown): string {
  return Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : JSON.stringify(value)
}
