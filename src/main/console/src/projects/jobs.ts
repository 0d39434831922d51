import type { Job } from '../hub/projects'

const COUNTED = ['created', 'updated', 'existing', 'failed', 'blocked']

/** Who or what asked for a job. */
export const askedBy = ({ requestedBy, source }: Pick<Job, 'requestedBy' | 'source'>) => requestedBy ?? source

/** What became of the steps, such as "3 created, 1 failed". */
export function countsOf({ result }: Pick<Job, 'result'>): string {
  return COUNTED.filter(name => Number(result?.[name]) > 0)
    .map(name => `${Number(result?.[name]).toLocaleString('en')} ${name}`)
    .join(', ')
}
