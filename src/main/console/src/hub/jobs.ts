import { get } from './http'
import type { Job } from './projects'

/** A job of any connection. */
export interface AnyJob extends Job {
  connection: string
  subject: string
}

const POLL_MILLIS = 500

export const jobs = {
  running: (signal?: AbortSignal) => get<AnyJob[]>('/api/jobs?state=RUNNING', signal),
  one: (id: number, signal?: AbortSignal) => get<AnyJob>(`/api/jobs/${id}`, signal),

  /** The job when it is done or has failed, or as it is after so many milliseconds. */
  ended: async (id: number, millis: number): Promise<AnyJob> => {
    const until = Date.now() + millis
    for (;;) {
      const job = await jobs.one(id)
      if (job.state === 'DONE' || job.state === 'FAILED' || Date.now() > until) return job
      await new Promise(resolve => setTimeout(resolve, POLL_MILLIS))
    }
  },
}

const WORDS: Record<string, string> = {
  'push-project': 'Create PSA project',
  'preview-project': 'Preview',
  'sync-revenue': 'Revenue',
  'create-sales-order': 'Sales order',
  'link-opportunity': 'Link with an opportunity',
  'poll-opportunities': 'Read opportunities',
  'watch-projects': 'Look at projects',
  'check-connection': 'Test of the connection',
  'refresh-opportunity': 'Read one opportunity',
  'refresh-directory': 'Read companies',
  'watch-callbacks': 'Look at callbacks',
  reload: 'Changed file',
}

/** What a job does, in words. */
export const wordsOf = (kind: string) => WORDS[kind] ?? kind.replaceAll('-', ' ')

/** A constant of the hub as people read it: `MISSING_REFERENCE` is "Missing reference". */
export const inWords = (constant: string) => constant.charAt(0) + constant.slice(1).toLowerCase().replaceAll('_', ' ')
