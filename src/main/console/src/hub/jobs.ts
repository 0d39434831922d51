import { get, post, query } from './http'
import type { LogSource } from './log'
import type { Job } from './projects'

/** A job of any connection. */
export interface AnyJob extends Job {
  connection: string
  subject: string
  /** The versions of the mappings that made its plan, by file; only of a single job. */
  mappings?: Record<string, string>
  /** What became of each step; only for a single job. */
  steps?: unknown[]
}

/** One step of a job as mapped, and what the job sent last for it. */
export interface JobStep {
  mapped?: unknown
  sent?: string
  status?: number
  request?: string
  response?: string
}

const POLL_MILLIS = 500

export const isOver = ({ state }: Pick<Job, 'state'>) => state !== 'WAITING' && state !== 'RUNNING'

export const jobs = {
  running: (signal?: AbortSignal) => get<AnyJob[]>('/api/jobs?state=RUNNING', signal),
  one: (id: number, signal?: AbortSignal) => get<AnyJob>(`/api/jobs/${id}`, signal),

  step: (id: number, step: string, signal?: AbortSignal) => get<JobStep>(`/api/jobs/${id}/step${query({ step })}`, signal),
  /** What the mapping was given for the step; for operators. */
  source: (id: number, step: string, signal?: AbortSignal) => get<LogSource>(`/api/jobs/${id}/source${query({ step })}`, signal),

  cancel: (id: number, reason: string) => post<AnyJob>(`/api/jobs/${id}/cancel`, { reason }),

  /** The job when it has ended, or its state after this many milliseconds. */
  ended: async (id: number, millis: number): Promise<AnyJob> => {
    const until = Date.now() + millis
    for (;;) {
      const job = await jobs.one(id)
      if (isOver(job) || Date.now() > until) return job
      await new Promise(resolve => setTimeout(resolve, POLL_MILLIS))
    }
  },
}

const WORDS: Record<string, string> = {
  'push-project': 'Create PSA project',
  'preview-project': 'Preview project',
  'sync-revenue': 'Sync revenue',
  'create-sales-order': 'Create sales order',
  'link-opportunity': 'Link to an opportunity',
  'poll-opportunities': 'Read opportunities',
  'watch-projects': 'Read projects',
  'check-connection': 'Test connection',
  'refresh-opportunity': 'Read one opportunity',
  'refresh-directory': 'Read companies',
  'watch-callbacks': 'Verify callbacks',
  'check-drift': 'Check drift',
  reload: 'Reload file',
}

/** The display name of a flow. */
export const wordsOf = (flow: string) => WORDS[flow] ?? flow.replaceAll('-', ' ')

/** The display form of a constant: `MISSING_REFERENCE` becomes "Missing reference". */
export const inWords = (constant: string) => constant.charAt(0) + constant.slice(1).toLowerCase().replaceAll('_', ' ')
