import React, { useState } from 'react'
import { Button, Checkbox, Form, FormGroup, FormSelect, FormSelectOption, Modal, ModalBody, ModalFooter, ModalHeader, TextArea, TextInput } from '@patternfly/react-core'
import { handle, type Handling } from '../hub/log'
import { me } from '../hub/me'
import { spoken } from '../ui/spoken'
import { exact } from '../ui/time'
import { Trouble } from '../ui/Trouble'
import { useData } from '../ui/useData'
import { draftOf, isMuted, MUTES, saidOf } from './handling'

interface Props {
  problem: string
  cause: string
  handling: Handling | undefined
  onClose: (changed: boolean) => void
}

/** Acknowledges, assigns or mutes the open failures of one cause. */
export const HandlingDialog: React.FC<Props> = ({ problem, cause, handling, onClose }) => {
  const [said, setSaid] = useState(saidOf(handling))
  const [failure, setFailure] = useState<Error>()
  const [busy, setBusy] = useState(false)
  const user = useData(me, 'me').data?.user
  const say = (changes: Partial<typeof said>) => setSaid({ ...said, ...changes })
  const save = async () => {
    setBusy(true)
    try {
      await handle(problem, draftOf(said, handling))
      onClose(true)
    } catch (refused) {
      setFailure(refused as Error)
      setBusy(false)
    }
  }
  return (
    <Modal isOpen variant='small' onClose={() => onClose(false)} aria-label='Handle failures'>
      <ModalHeader title='Handle failures' description={spoken(cause)} />
      <ModalBody>
        <Trouble failure={failure} />
        <p>This also applies to the same failure with other names and numbers.</p>
        <Form onSubmit={event => event.preventDefault()}>
          <Checkbox
            id='handling-acknowledged'
            label='Acknowledge'
            description='Alerts send nothing more about these failures until all of them are resolved. What fails afterwards is reported again.'
            isChecked={said.acknowledged}
            onChange={(_, acknowledged) => say({ acknowledged })}
          />
          <FormGroup label='Note' fieldId='handling-note'>
            <TextArea id='handling-note' rows={3} maxLength={1000} resizeOrientation='vertical' value={said.note} onChange={(_, note) => say({ note })} />
          </FormGroup>
          <FormGroup label='Assigned to' fieldId='handling-assignee'>
            <TextInput id='handling-assignee' maxLength={100} value={said.assignee} onChange={(_, assignee) => say({ assignee })} />
            {user && user !== said.assignee && (
              <Button variant='link' isInline onClick={() => say({ assignee: user })}>
                Assign to me
              </Button>
            )}
          </FormGroup>
          <FormGroup label='Mute alerts' fieldId='handling-mute'>
            <FormSelect id='handling-mute' value={said.mute} onChange={(_, mute) => say({ mute })}>
              <FormSelectOption value='' label='Not muted' />
              {handling?.mutedUntil && isMuted(handling) && <FormSelectOption value='keep' label={`Until ${exact(handling.mutedUntil)}`} />}
              {Object.entries(MUTES).map(([value, { label }]) => (
                <FormSelectOption key={value} value={value} label={label} />
              ))}
            </FormSelect>
          </FormGroup>
        </Form>
      </ModalBody>
      <ModalFooter>
        <Button isLoading={busy} isDisabled={busy} onClick={() => void save()}>
          Save
        </Button>
        <Button variant='link' onClick={() => onClose(false)}>
          Cancel
        </Button>
      </ModalFooter>
    </Modal>
  )
}
