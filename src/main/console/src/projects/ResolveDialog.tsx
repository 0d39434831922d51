import React, { useState } from 'react'
import { Button, Form, FormGroup, Modal, ModalBody, ModalFooter, ModalHeader, Radio, TextInput } from '@patternfly/react-core'
import { projects, type Step } from '../hub/projects'
import { spoken } from '../ui/spoken'
import { Trouble } from '../ui/Trouble'

/** A person resolves a step whose outcome neither the response nor a lookup could determine. */
export const ResolveDialog: React.FC<{ connection: string; project: string; step: Step; onClose: () => void }> = ({ connection, project, step, onClose }) => {
  const [exists, setExists] = useState(true)
  const [remoteId, setRemoteId] = useState('')
  const [reason, setReason] = useState('')
  const [failure, setFailure] = useState<Error>()
  const [busy, setBusy] = useState(false)
  const decide = async () => {
    setBusy(true)
    try {
      await projects.resolve(connection, project, step.key, { ...(exists ? { remoteId: remoteId.trim() } : { create: true }), reason: reason.trim() })
      onClose()
    } catch (refused) {
      setFailure(refused as Error)
      setBusy(false)
    }
  }
  return (
    <Modal isOpen variant='small' onClose={onClose} aria-label={`Resolve ${step.title}`}>
      <ModalHeader title={step.title} description={spoken([step.cause, step.remedy].filter(Boolean).join(' '))} />
      <ModalBody>
        <Trouble failure={failure} />
        <Form onSubmit={event => event.preventDefault()}>
          <Radio id='resolve-exists' name='resolve' label='The record exists in the PSA' isChecked={exists} onChange={() => setExists(true)} />
          {exists && (
            <FormGroup label='Record id' fieldId='resolve-id' isRequired>
              <TextInput id='resolve-id' value={remoteId} onChange={(_, text) => setRemoteId(text)} />
            </FormGroup>
          )}
          {step.state === 'UNKNOWN' && (
            <Radio id='resolve-create' name='resolve' label='The record does not exist: create it' isChecked={!exists} onChange={() => setExists(false)} />
          )}
          <FormGroup label='Reason' fieldId='resolve-reason' isRequired>
            <TextInput id='resolve-reason' value={reason} maxLength={1000} onChange={(_, text) => setReason(text)} />
          </FormGroup>
        </Form>
      </ModalBody>
      <ModalFooter>
        <Button isLoading={busy} isDisabled={busy || reason.trim() === '' || (exists && remoteId.trim() === '')} onClick={() => void decide()}>
          {exists ? 'Use this record' : 'Create it'}
        </Button>
        <Button variant='link' onClick={onClose}>
          Cancel
        </Button>
      </ModalFooter>
    </Modal>
  )
}
