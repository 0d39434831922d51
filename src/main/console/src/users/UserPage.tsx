import React, { useState } from 'react'
import { Button, Content, Form, Label, Spinner } from '@patternfly/react-core'
import { FormField } from '../form/FormField'
import { ADMINS_DO, me } from '../hub/me'
import { users, type User } from '../hub/users'
import { Notice } from '../ui/Notice'
import { act } from '../ui/act'
import { Confirm } from '../ui/Confirm'
import { Details } from '../ui/Details'
import { Link } from '../ui/Link'
import { open } from '../ui/location'
import { Page } from '../ui/Page'
import { ReasonedButton } from '../ui/ReasonedButton'
import { Trouble } from '../ui/Trouble'
import { useData } from '../ui/useData'
import { useRights } from '../ui/useRights'
import { When } from '../ui/When'
import { definedIn, fixedBecause, password, ROLE, roleTitle } from './words'
import { useSubmit } from './useSubmit'

const PASSWORD = password('password', 'New password')
const ENDS = 'Its sessions end at once, on all nodes.'

/** One user: role, password, state. */
export const UserPage: React.FC<{ name: string }> = ({ name }) => {
  const { configure } = useRights()
  const user = useData(signal => users.one(name, signal), `user ${name}`)
  const [asked, setAsked] = useState<'disable' | 'delete'>()
  const fixed = configure ? fixedBecause(user.data?.source) : ADMINS_DO
  const enabled = user.data?.enabled !== false
  const enable = async () => {
    await act(() => users.enable(name), `${name} can log in again.`)
    user.reload()
  }
  return (
    <Page
      title={name}
      about='A user of the console and the API.'
      actions={[
        <ReasonedButton key='state' variant='secondary' because={fixed} onClick={() => (enabled ? setAsked('disable') : void enable())}>
          {enabled ? 'Disable' : 'Enable'}
        </ReasonedButton>,
        <Button key='back' variant='link' onClick={() => open('users')}>
          Back
        </Button>,
        <ReasonedButton key='delete' variant='link' isDanger because={fixed} onClick={() => setAsked('delete')}>
          Delete
        </ReasonedButton>,
      ]}
    >
      <Trouble failure={user.failure} again={user.reload} />
      {!user.data && user.loading && <Spinner aria-label='Loading' />}
      {user.data && <Known user={user.data} fixed={fixed} onChange={user.reload} />}
      {asked === 'disable' && (
        <Confirm
          title={`Disable ${name}?`}
          verb='Disable'
          onClose={() => setAsked(undefined)}
          onConfirm={async () => {
            await act(() => users.disable(name), `${name} is disabled.`)
            user.reload()
          }}
        >
          The user cannot log in until enabled again. {ENDS}
        </Confirm>
      )}
      {asked === 'delete' && (
        <Confirm
          title={`Delete ${name}?`}
          verb='Delete'
          danger
          typed={name}
          onClose={() => setAsked(undefined)}
          onConfirm={async () => {
            const gone = await act(async () => (await users.remove(name), true), `${name} is deleted.`)
            if (gone) open('users')
          }}
        >
          The audit trail keeps what the user did. {ENDS} To keep the user from logging in for a while, disable it instead.
        </Confirm>
      )}
    </Page>
  )
}

const Known: React.FC<{ user: User; fixed: string | undefined; onChange: () => void }> = ({ user, fixed, onChange }) => {
  const self = useData(me, 'me').data?.user === user.name
  const notHere = fixedBecause(user.source)
  return (
    <>
      {notHere && <Notice variant='info' title={notHere} />}
      <Details
        details={[
          ['Role', roleTitle(user.role)],
          ['State', user.enabled ? <Label status='success'>Enabled</Label> : <Label>Disabled</Label>],
          ['Defined in', definedIn(user.source)],
          ['Added', user.createdAt && <When time={user.createdAt} />],
          ['Added by', user.createdBy],
          ['Last login', user.source === 'database' ? <When time={user.lastLoginAt} /> : undefined],
          ['Actions', <Link page='audit' filters={{ who: user.name }}>in the audit trail</Link>],
        ]}
      />
      {!notHere && <RoleForm key={user.role} user={user} fixed={fixed} onChange={onChange} />}
      {!notHere && <Content component='h2'>Password</Content>}
      {!notHere && (self ? <Link page='account'>Change your own password</Link> : <PasswordForm user={user} fixed={fixed} />)}
    </>
  )
}

const RoleForm: React.FC<{ user: User; fixed: string | undefined; onChange: () => void }> = ({ user, fixed, onChange }) => {
  const [role, setRole] = useState<string>(user.role)
  const form = useSubmit(() => users.changeRole(user.name, role), `${user.name} has the role ${role}.`)
  return (
    <>
      <Content component='h2'>Role</Content>
      <Form isWidthLimited onSubmit={event => event.preventDefault()}>
        <Trouble failure={form.failure} />
        <FormField field={ROLE} value={role} error={form.error('role')} disabled={!!fixed} onChange={value => setRole(String(value))} />
        <div>
          <ReasonedButton variant='secondary' because={fixed ?? (role === user.role ? 'The user has this role.' : undefined)} isDisabled={form.busy} onClick={() => void form.submit().then(done => done && onChange())}>
            Change role
          </ReasonedButton>
        </div>
      </Form>
    </>
  )
}

const PasswordForm: React.FC<{ user: User; fixed: string | undefined }> = ({ user, fixed }) => {
  const [text, setText] = useState('')
  const form = useSubmit(() => users.setPassword(user.name, text), `${user.name} has a new password.`)
  return (
    <Form isWidthLimited onSubmit={event => event.preventDefault()}>
      {form.failure && !form.error('password') && <Trouble failure={form.failure} />}
      <FormField field={PASSWORD} value={text} error={form.error('password')} disabled={!!fixed} onChange={value => setText(String(value ?? ''))} />
      <div>
        <ReasonedButton variant='secondary' because={fixed ?? (text === '' ? 'Enter the new password.' : undefined)} isDisabled={form.busy} onClick={() => void form.submit().then(done => done && setText(''))}>
          Set password
        </ReasonedButton>
      </div>
    </Form>
  )
}
