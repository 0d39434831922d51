import React from 'react'
import { Content, Flex, Modal, ModalBody, ModalHeader, Spinner } from '@patternfly/react-core'
import { projects, type Call, type Step } from '../hub/projects'
import { JsonView } from '../ui/JsonView'
import { Nothing } from '../ui/Nothing'
import { Pager } from '../ui/Pager'
import { exact } from '../ui/time'
import { Trouble } from '../ui/Trouble'
import { useRows } from '../ui/useRows'

/** Every call for a step, with request and response. */
export const CallsDialog: React.FC<{ connection: string; project: string; step: Step; onClose: () => void }> = ({ connection, project, step, onClose }) => {
  const calls = useRows<Call>(projects.calls(connection, project), 'calls', { step: step.key, limit: '10' })
  return (
    <Modal isOpen variant='large' onClose={onClose} aria-label={`Calls of ${step.title}`}>
      <ModalHeader title={step.title} description='All calls for this step, oldest first.' />
      <ModalBody>
        <Trouble failure={calls.failure} again={calls.reload} />
        {!calls.rows && calls.loading && <Spinner aria-label='Loading' />}
        {calls.rows?.length === 0 && <Nothing title='No calls yet'>Calls are made when the project is submitted.</Nothing>}
        {calls.rows?.map(call => (
          <React.Fragment key={call.id}>
            <Content component='h2'>
              {call.kind === 'WRITE' ? 'Write' : 'Lookup'} {exact(call.at)}, {call.millis} ms{call.status !== undefined && `, status ${call.status}`}
            </Content>
            <Flex direction={{ default: 'column' }} alignItems={{ default: 'alignItemsStretch' }}>
              {call.request && <JsonView title={`Request ${call.id}`} text={call.request} />}
              {call.response && <JsonView title={`Response ${call.id}`} text={call.response} />}
            </Flex>
          </React.Fragment>
        ))}
        <Pager rows={calls} />
      </ModalBody>
    </Modal>
  )
}
