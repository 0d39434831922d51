import React, { useState } from 'react'
import { Button, Modal, ModalBody, ModalFooter, ModalHeader, TextInput, FormGroup, Form } from '@patternfly/react-core'

interface Props {
  title: string
  /** The label of the confirming button. */
  verb: string
  danger?: boolean
  /** The label of the button that leaves everything as it is. */
  otherwise?: string
  /** Asks for a reason, which is recorded. */
  reasoned?: boolean
  /** Has to be typed first, such as the name of what is deleted. */
  typed?: string
  onConfirm: (reason: string) => Promise<unknown>
  onClose: () => void
  children: React.ReactNode
}

/** Asks for confirmation; closes when the action is done or cancelled. */
export const Confirm: React.FC<Props> = ({ title, verb, danger = false, otherwise = 'Cancel', reasoned = false, typed, onConfirm, onClose, children }) => {
  const [reason, setReason] = useState('')
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const confirm = async () => {
    setBusy(true)
    await onConfirm(reason.trim())
    setBusy(false)
    onClose()
  }
  return (
    <Modal isOpen variant='small' onClose={onClose} aria-label={title}>
      <ModalHeader title={title} titleIconVariant={danger ? 'warning' : undefined} />
      <ModalBody>
        {children}
        {typed !== undefined && (
          <Form onSubmit={event => event.preventDefault()}>
            <FormGroup label={`Type ${typed} to confirm`} fieldId='confirm-typed' isRequired>
              <TextInput id='confirm-typed' value={text} autoComplete='off' onChange={(_, now) => setText(now)} />
            </FormGroup>
          </Form>
        )}
        {reasoned && (
          <Form onSubmit={event => event.preventDefault()}>
            <FormGroup label='Reason' fieldId='confirm-reason' isRequired>
              <TextInput id='confirm-reason' value={reason} maxLength={500} onChange={(_, text) => setReason(text)} />
            </FormGroup>
          </Form>
        )}
      </ModalBody>
      <ModalFooter>
        <Button variant={danger ? 'danger' : 'primary'} isLoading={busy} isDisabled={busy || (reasoned && reason.trim() === '') || (typed !== undefined && text.trim() !== typed)} onClick={() => void confirm()}>
          {verb}
        </Button>
        <Button variant='link' onClick={onClose}>
          {otherwise}
        </Button>
      </ModalFooter>
    </Modal>
  )
}
