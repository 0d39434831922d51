const JOB = /^\/api\/jobs\/(\d+)$/

/** Such as "changed: name, enabled; job 17"; where a program finds what was begun is nothing for a person. */
export function told(details: Record<string, unknown> = {}): string {
  return Object.entries(details)
    .map(([name, value]) => (name === 'location' ? begun(String(value)) : `${name}: ${shown(value)}`))
    .filter(Boolean)
    .join('; ')
}

function begun(location: string): string {
  const job = JOB.exec(location)?.[1]
  return job ? `job ${job}` : ''
}

function shown(value: unknown): string {
  return Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : JSON.stringify(value)
}
