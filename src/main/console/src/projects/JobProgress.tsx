import React from 'react'
import { Progress } from '@patternfly/react-core'
import { wordsOf } from '../hub/jobs'
import type { Job } from '../hub/projects'
import { duration } from '../ui/time'

/** How far a job is, how fast, and how long it will take. */
export const JobProgress: React.FC<{ job: Job }> = ({ job }) => (
  <Progress
    aria-label='Progress'
    title={[
      job.state === 'WAITING' ? `${wordsOf(job.kind)}: waits for its turn` : wordsOf(job.kind),
      job.rate !== undefined && `${job.rate.toFixed(1)} steps a second`,
      job.secondsLeft !== undefined && `${duration(job.secondsLeft)} left`,
    ]
      .filter(Boolean)
      .join(', ')}
    value={job.done}
    max={Math.max(1, job.total)}
    label={job.total === 0 ? 'reading' : `${job.done} of ${job.total}`}
    measureLocation='outside'
  />
)
