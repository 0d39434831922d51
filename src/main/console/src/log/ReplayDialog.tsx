import React, { useState } from 'react'
import { Button, Checkbox, Form, FormGroup, FormHelperText, FormSelect, FormSelectOption, HelperText, HelperTextItem, List, ListItem, Modal, ModalBody, ModalFooter, ModalHeader, Spinner, TextArea, TextInput } from '@patternfly/react-core'
import { Refusal, type FieldError } from '../hub/http'
import { replays, type ReplayPreview, type ReplayRequest } from '../hub/replays'
import { Notice } from '../ui/Notice'
import { open } from '../ui/location'
import { Trouble } from '../ui/Trouble'
import { useData } from '../ui/useData'
import { bodyOf, editing, requestOf, type Wishes } from './wishes'

interface Props {
  request: ReplayRequest
  /** The payload of the job of a single entry; it can be edited. */
  payload?: string
  /** The step of a single entry. */
  step?: string
  /** That step as in the plan; its request body can be edited. */
  mapped?: unknown
  onClose: () => void
}

const START: Wishes = { reason: '', from: 'start', mapping: 'current', canary: true, perMinute: '', payload: undefined, body: undefined }

/** Shows how many jobs match, then asks for options and a reason. */
export const ReplayDialog: React.FC<Props> = ({ request, payload, step, mapped, onClose }) => {
  const [wishes, setWishes] = useState(START)
  const [failure, setFailure] = useState<Error>()
  const [busy, setBusy] = useState(false)
  const wish = (changes: Partial<Wishes>) => setWishes({ ...wishes, ...changes })
  const asked = { ...request, from: wishes.from, mapping: wishes.mapping }
  const count = useData(() => replays.preview(asked), JSON.stringify(asked))
  const begin = async () => {
    setBusy(true)
    try {
      const begun = await replays.begin(requestOf(request, wishes))
      onClose()
      open(`log/replays/${begun.id}`)
    } catch (reason) {
      setFailure(reason as Error)
      setBusy(false)
    }
  }
  const sent = step === undefined ? undefined : bodyOf(mapped)
  const errors = failure instanceof Refusal ? failure.problem.errors.filter(error => /^body($|\.)/.test(error.field)) : []
  const isSeveral = (count.data?.jobs ?? 0) > 1
  return (
    <Modal isOpen variant='medium' onClose={onClose} aria-label='Replay'>
      <ModalHeader title='Replay' description='Completed steps are kept. Only missing objects are created, and nothing twice.' />
      <ModalBody>
        <Trouble failure={failure ?? count.failure} again={failure ? undefined : count.reload} />
        {count.loading && !count.data && <Spinner size='md' aria-label='Counting' />}
        {count.data && <Counted count={count.data} />}
        <Form onSubmit={event => event.preventDefault()}>
          <FormGroup label='Reason' fieldId='replay-reason' isRequired>
            <TextInput id='replay-reason' value={wishes.reason} maxLength={1000} onChange={(_, reason) => wish({ reason })} />
          </FormGroup>
          <FormGroup label='Start from' fieldId='replay-from'>
            <FormSelect id='replay-from' value={wishes.from} onChange={(_, from) => wish({ from: from as Wishes['from'] })}>
              <FormSelectOption value='start' label='Start: the whole job; completed steps are kept' />
              <FormSelectOption value='failed-step' label={`Failed step${step ? ` (${step})` : ''} and its dependent steps`} />
            </FormSelect>
          </FormGroup>
          <FormGroup label='Mapping' fieldId='replay-mapping'>
            <FormSelect id='replay-mapping' value={wishes.mapping} isDisabled={wishes.body !== undefined} onChange={(_, mapping) => wish({ mapping: mapping as Wishes['mapping'] })}>
              <FormSelectOption value='current' label='Current mapping' />
              <FormSelectOption value='original' label='Original plan' />
            </FormSelect>
          </FormGroup>
          {isSeveral && (
            <>
              <Checkbox id='replay-canary' label='Canary: run one job first, the others only if it succeeds' isChecked={wishes.canary} onChange={(_, canary) => wish({ canary })} />
              <FormGroup label='Max jobs per minute' fieldId='replay-rate'>
                <TextInput id='replay-rate' type='number' min={1} max={10000} value={wishes.perMinute} onChange={(_, perMinute) => wish({ perMinute })} />
              </FormGroup>
            </>
          )}
          {payload !== undefined && (
            <>
              <Checkbox
                id='replay-edit'
                label='Edit the payload'
                isDisabled={wishes.mapping === 'original' || wishes.body !== undefined}
                isChecked={wishes.payload !== undefined}
                onChange={(_, edit) => wish({ payload: edit ? payload : undefined })}
              />
              {wishes.payload !== undefined && (
                <FormGroup label='Payload' fieldId='replay-payload'>
                  <TextArea id='replay-payload' rows={10} resizeOrientation='vertical' value={wishes.payload} onChange={(_, text) => wish({ payload: text })} />
                </FormGroup>
              )}
            </>
          )}
          {sent !== undefined && (
            <Checkbox
              id='replay-edit-body'
              label='Edit the request body'
              isChecked={wishes.body !== undefined}
              onChange={(_, edit) => {
                setFailure(undefined)
                setWishes(editing(wishes, edit ? sent : undefined))
              }}
            />
          )}
          {wishes.body !== undefined && <SentBody body={wishes.body} errors={errors} onChange={body => wish({ body })} />}
        </Form>
      </ModalBody>
      <ModalFooter>
        <Button isLoading={busy} isDisabled={busy || wishes.reason.trim() === '' || !count.data || count.data.jobs === 0} onClick={() => void begin()}>
          Start replay
        </Button>
        <Button variant='link' onClick={onClose}>
          Cancel
        </Button>
      </ModalFooter>
    </Modal>
  )
}

/** Errors are shown above the text, where a user who has scrolled to it can see them. */
const SentBody: React.FC<{ body: string; errors: FieldError[]; onChange: (body: string) => void }> = ({ body, errors, onChange }) => (
  <FormGroup label='Request body' fieldId='replay-body'>
    <FormHelperText>
      <HelperText id='replay-body-help'>
        {errors.map(error => (
          <HelperTextItem key={error.field + error.message} variant='error'>
            {error.field} {error.message}
          </HelperTextItem>
        ))}
        <HelperTextItem>The edit applies to this replay only. ScopeStack and the mapping are not changed.</HelperTextItem>
      </HelperText>
    </FormHelperText>
    <TextArea
      id='replay-body'
      rows={12}
      resizeOrientation='vertical'
      aria-describedby='replay-body-help'
      validated={errors.length > 0 ? 'error' : 'default'}
      value={body}
      onChange={(_, text) => onChange(text)}
    />
  </FormGroup>
)

const Counted: React.FC<{ count: ReplayPreview }> = ({ count }) => (
  <Notice isPlain variant={count.jobs === 0 ? 'warning' : 'info'} title={`${plural(count.entries, 'entry', 'entries')}: ${plural(count.jobs, 'job', 'jobs')} to run again.`}>
    {count.excluded.length > 0 && (
      <List>
        {count.excluded.map(refused => (
          <ListItem key={refused.reason}>
            {plural(refused.entries, 'entry', 'entries')} excluded ({refused.examples.join(', ')}): {refused.reason}
          </ListItem>
        ))}
      </List>
    )}
  </Notice>
)

function plural(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`
}
