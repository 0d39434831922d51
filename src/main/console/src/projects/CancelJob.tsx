import React, { useState } from 'react'
import { jobs, wordsOf } from '../hub/jobs'
import { OPERATORS_DO } from '../hub/me'
import type { Job } from '../hub/projects'
import { act } from '../ui/act'
import { Confirm } from '../ui/Confirm'
import { ReasonedButton } from '../ui/ReasonedButton'
import { useRights } from '../ui/useRights'

const ASKED = 'It stops as soon as the calls in flight have been answered.'

/** Cancels a waiting or running job, with a reason. */
export const CancelJob: React.FC<{ job: Pick<Job, 'id' | 'flow' | 'state' | 'cancellation'>; size?: 'sm'; onDone: () => void }> = ({ job, size, onDone }) => {
  const { operate } = useRights()
  const [isAsking, setAsking] = useState(false)
  const because = job.cancellation ? ASKED : operate ? undefined : OPERATORS_DO
  return (
    <>
      <ReasonedButton variant='secondary' size={size} because={because} aria-label={`Cancel job ${job.id}`} onClick={() => setAsking(true)}>
        {job.cancellation ? 'Cancelling' : 'Cancel job'}
      </ReasonedButton>
      {isAsking && (
        <Confirm
          title={`Cancel job ${job.id}?`}
          verb='Cancel job'
          otherwise='Keep it'
          danger
          reasoned
          onConfirm={reason => act(() => jobs.cancel(job.id, reason), ended => (ended.state === 'CANCELLED' ? 'Job cancelled.' : `The job is being cancelled. ${ASKED}`)).then(onDone)}
          onClose={() => setAsking(false)}
        >
          {wordsOf(job.flow)}: {job.state === 'WAITING' ? 'it will not start.' : 'no more calls are made. What is done stays; what is in flight is completed first.'}
        </Confirm>
      )}
    </>
  )
}
