import type { Job, Step } from '../hub/projects'

const COUNTED = ['created', 'updated', 'existing', 'failed', 'blocked', 'cancelled']

/** Who or what asked for a job. */
export const askedBy = ({ requestedBy, source }: Pick<Job, 'requestedBy' | 'source'>) => requestedBy ?? source

/** What became of the steps, such as "3 created, 1 failed". */
export function countsOf({ result }: Pick<Job, 'result'>): string {
  return COUNTED.filter(name => Number(result?.[name]) > 0)
    .map(name => `${Number(result?.[name]).toLocaleString('en')} ${name === 'cancelled' ? 'not sent' : name}`)
    .join(', ')
}

/** What a cancelled push left in the PSA, and what becomes of the rest. */
export function leftBy(steps: Pick<Step, 'state' | 'inPlan'>[]): string {
  const planned = steps.filter(step => step.inPlan)
  const done = planned.filter(step => step.state === 'DONE').length
  const lost = planned.filter(step => step.state === 'SENDING' || step.state === 'UNKNOWN').length
  if (done + lost === 0) return 'Nothing was created in the PSA. Resubmit creates everything.'
  const rest = planned.length - done - lost
  return [
    `${number(done)} of ${number(planned.length)} are in the PSA: these stay.`,
    rest > 0 && `Resubmit creates the other ${number(rest)}.`,
    lost > 0 && `Of ${number(lost)} the answer was lost: Resubmit looks for ${lost === 1 ? 'it' : 'them'} before it sends anything.`,
  ]
    .filter(Boolean)
    .join(' ')
}

/** The same for one job, by its own counts. */
export function leftByJob({ result }: Pick<Job, 'result'>): string {
  const count = (...names: string[]) => names.reduce((sum, name) => sum + Number(result?.[name] ?? 0), 0)
  const done = count('created', 'updated', 'existing')
  const total = done + count('failed', 'blocked', 'cancelled')
  return total === 0 ? 'It had sent nothing.' : `${number(done)} of ${number(total)} steps were done when it stopped: these stay.`
}

const number = (count: number) => count.toLocaleString('en')
