import React from 'react'
import { Modal, ModalBody, ModalHeader, Spinner } from '@patternfly/react-core'
import { jobs } from '../hub/jobs'
import { OPERATORS_DO } from '../hub/me'
import { SideBySide } from '../log/SideBySide'
import { exact } from '../ui/time'
import { Trouble } from '../ui/Trouble'
import { useData } from '../ui/useData'
import { useRights } from '../ui/useRights'

/** One step of a job from the source to the answer. */
export const StepDialog: React.FC<{ job: number; step: { key: string; title: string }; onClose: () => void }> = ({ job, step, onClose }) => {
  const { operate } = useRights()
  const found = useData(signal => jobs.step(job, step.key, signal), `step ${job} ${step.key}`)
  const raw = useData(async signal => (operate ? await jobs.source(job, step.key, signal) : undefined), `source ${job} ${step.key} ${String(operate)}`)
  const { data } = found
  return (
    <Modal isOpen variant='large' onClose={onClose} aria-label={step.title}>
      <ModalHeader title={step.title} description={data && (data.sent ? `Sent ${exact(data.sent)}${data.status === undefined ? '' : `, status ${data.status}`}` : 'Job ' + job + ' sent nothing for this step.')} />
      <ModalBody>
        <Trouble failure={found.failure} again={found.reload} />
        {!data && found.loading && <Spinner aria-label='Loading' />}
        {data && (
          <SideBySide
            raw={raw.data}
            rawMissing={operate ? (raw.failure?.message ?? 'Loading.') : OPERATORS_DO}
            mapped={data.mapped}
            mappedMissing='The plan has no such step.'
            request={data.request}
            response={data.response}
            heading='h2'
          />
        )}
      </ModalBody>
    </Modal>
  )
}
