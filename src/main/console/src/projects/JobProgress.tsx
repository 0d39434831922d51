import React from 'react'
import { Progress } from '@patternfly/react-core'
import { wordsOf } from '../hub/jobs'
import type { Job } from '../hub/projects'
import { spoken } from '../ui/spoken'
import { duration } from '../ui/time'

/** Progress, rate and remaining time of a job. */
export const JobProgress: React.FC<{ job: Job }> = ({ job }) => (
  <Progress
    aria-label='Progress'
    title={[
      job.cancellation ? `${wordsOf(job.flow)}: cancelling` : job.state === 'WAITING' ? `${wordsOf(job.flow)}: waiting${job.waitsFor ? `. ${spoken(job.waitsFor)}` : ''}` : wordsOf(job.flow),
      job.rate !== undefined && `${job.rate.toFixed(1)} steps per second`,
      job.secondsLeft !== undefined && `${duration(job.secondsLeft)} left`,
    ]
      .filter(Boolean)
      .join(', ')}
    value={job.done}
    max={Math.max(1, job.total)}
    label={job.total === 0 ? (job.state === 'WAITING' ? 'waiting' : 'reading') : `${job.done.toLocaleString('en')} of ${job.total.toLocaleString('en')}`}
    measureLocation='outside'
  />
)
