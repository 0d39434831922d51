import React, { useState } from 'react'
import { Content, Form, Spinner } from '@patternfly/react-core'
import { FieldErrors } from '../form/FieldErrors'
import { FormField } from '../form/FormField'
import { Refusal } from '../hub/http'
import { me } from '../hub/me'
import { changeOwnPassword } from '../hub/users'
import { Details } from '../ui/Details'
import { Notice } from '../ui/Notice'
import { Page } from '../ui/Page'
import { ReasonedButton } from '../ui/ReasonedButton'
import { Trouble } from '../ui/Trouble'
import { useData } from '../ui/useData'
import { definedIn, fixedBecause, password, roleTitle } from './words'
import { useSubmit } from './useSubmit'

const CURRENT = { ...password('currentPassword', 'Current password', ''), autoComplete: 'current-password' }
const NEXT = password('newPassword', 'New password')
const AGAIN = password('again', 'New password again', '')

/** The reader's own user. */
export const Account: React.FC = () => {
  const known = useData(me, 'me')
  const fixed = fixedBecause(known.data?.source)
  return (
    <Page title='Account' about='Your user and your password.'>
      <Trouble failure={known.failure} again={known.reload} />
      {!known.data && known.loading && <Spinner aria-label='Loading' />}
      {known.data && (
        <>
          <Details
            details={[
              ['User', known.data.user],
              ['Role', roleTitle(known.data.role)],
              ['Defined in', definedIn(known.data.source)],
            ]}
          />
          <Content component='h2'>Change password</Content>
          {fixed ? <Notice variant='info' title={fixed} /> : <OwnPassword />}
        </>
      )}
    </Page>
  )
}

const OwnPassword: React.FC = () => {
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const form = useSubmit(() => changeOwnPassword(current, next), 'Your password is changed. Your other sessions have ended.')
  const differ = again !== '' && again !== next
  const missing = current === '' || next === '' || again === '' ? 'Fill in all three fields.' : differ ? 'The new passwords differ.' : undefined
  const change = async () => {
    if (!(await form.submit())) return
    setCurrent('')
    setNext('')
    setAgain('')
  }
  return (
    <Form isWidthLimited onSubmit={event => event.preventDefault()}>
      <FieldErrors failure={form.failure} errors={form.failure instanceof Refusal ? form.failure.problem.errors : []} fields={[CURRENT, NEXT]} />
      <FormField field={CURRENT} value={current} error={form.error(CURRENT.path)} onChange={value => setCurrent(String(value ?? ''))} />
      <FormField field={NEXT} value={next} error={form.error(NEXT.path)} onChange={value => setNext(String(value ?? ''))} />
      <FormField field={AGAIN} value={again} error={differ ? 'is not the same' : undefined} onChange={value => setAgain(String(value ?? ''))} />
      <div>
        <ReasonedButton because={missing} isDisabled={form.busy} isLoading={form.busy} onClick={() => void change()}>
          Change password
        </ReasonedButton>
      </div>
    </Form>
  )
}
