import React, { useState } from 'react'
import { Button, Form } from '@patternfly/react-core'
import { FieldErrors } from '../form/FieldErrors'
import { FormField } from '../form/FormField'
import type { Field } from '../form/schema'
import { Refusal } from '../hub/http'
import { ADMINS_DO } from '../hub/me'
import { users } from '../hub/users'
import { open } from '../ui/location'
import { Page } from '../ui/Page'
import { ReasonedButton } from '../ui/ReasonedButton'
import { useRights } from '../ui/useRights'
import { password, ROLE } from './words'
import { useSubmit } from './useSubmit'

const NAME: Field = {
  path: 'name', title: 'Name', kind: 'text', required: true, initial: '', choices: [],
  description: 'Letters A to Z, digits, and . _ - @ +. It cannot be changed later.',
}
const PASSWORD = password('password', 'Password')
const FIELDS = [NAME, ROLE, PASSWORD]

/** The form of a new user. */
export const NewUser: React.FC = () => {
  const { configure } = useRights()
  const [draft, setDraft] = useState({ name: '', role: 'viewer', password: '' })
  const form = useSubmit(() => users.add(draft), `The user ${draft.name} was added.`)
  const add = async () => {
    if (await form.submit()) open('users')
  }
  const values: Record<string, string> = draft
  return (
    <Page
      title='Add user'
      about='The user can log in at once, and change the password under Account.'
      actions={[
        <ReasonedButton key='add' because={configure ? undefined : ADMINS_DO} isDisabled={form.busy} isLoading={form.busy} onClick={() => void add()}>
          Add user
        </ReasonedButton>,
        <Button key='back' variant='link' onClick={() => open('users')}>
          Back
        </Button>,
      ]}
    >
      <Form isWidthLimited onSubmit={event => event.preventDefault()}>
        <FieldErrors failure={form.failure} errors={form.failure instanceof Refusal ? form.failure.problem.errors : []} fields={FIELDS} />
        {FIELDS.map(field => (
          <FormField
            key={field.path}
            field={field}
            value={values[field.path]}
            error={form.error(field.path)}
            disabled={!configure}
            onChange={value => setDraft(before => ({ ...before, [field.path]: String(value ?? '') }))}
          />
        ))}
      </Form>
    </Page>
  )
}
