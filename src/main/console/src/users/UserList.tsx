import React from 'react'
import { Label, Spinner } from '@patternfly/react-core'
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table'
import { Refusal } from '../hub/http'
import { ADMINS_DO } from '../hub/me'
import { users } from '../hub/users'
import { Link } from '../ui/Link'
import { open } from '../ui/location'
import { Nothing } from '../ui/Nothing'
import { Page } from '../ui/Page'
import { ReasonedButton } from '../ui/ReasonedButton'
import { Trouble } from '../ui/Trouble'
import { useData } from '../ui/useData'
import { useRights } from '../ui/useRights'
import { When } from '../ui/When'
import { definedIn, roleTitle } from './words'

/** Everybody who can log in, or could before. */
export const UserList: React.FC = () => {
  const { configure } = useRights()
  const list = useData(users.all, 'users', 10000)
  const isForbidden = list.failure instanceof Refusal && list.failure.problem.status === 403
  return (
    <Page
      title='Users'
      about='Who can use the console and the API, and with which role.'
      actions={[
        <ReasonedButton key='add' because={configure ? undefined : ADMINS_DO} onClick={() => open('users', { view: 'add' })}>
          Add user
        </ReasonedButton>,
      ]}
    >
      {isForbidden ? <Nothing title='Your role does not permit this.'>Only admins can see the users.</Nothing> : <Trouble failure={list.failure} again={list.reload} />}
      {!list.data && list.loading && <Spinner aria-label='Loading' />}
      {list.data && (
        <Table aria-label='Users' variant='compact'>
          <Thead>
            <Tr>
              <Th>Name</Th>
              <Th>Role</Th>
              <Th>State</Th>
              <Th>Defined in</Th>
              <Th>Added by</Th>
              <Th>Added</Th>
              <Th>Last login</Th>
            </Tr>
          </Thead>
          <Tbody>
            {list.data.map(user => (
              <Tr key={user.name}>
                <Td dataLabel='Name' modifier='breakWord'>
                  <Link page={`users/${encodeURIComponent(user.name)}`}>{user.name}</Link>
                </Td>
                <Td dataLabel='Role'>{roleTitle(user.role)}</Td>
                <Td dataLabel='State'>{user.enabled ? <Label status='success'>Enabled</Label> : <Label>Disabled</Label>}</Td>
                <Td dataLabel='Defined in'>{definedIn(user.source)}</Td>
                <Td dataLabel='Added by' modifier='breakWord'>
                  {user.createdBy}
                </Td>
                <Td dataLabel='Added'>{user.createdAt && <When time={user.createdAt} />}</Td>
                <Td dataLabel='Last login'>{user.source === 'database' && <When time={user.lastLoginAt} />}</Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
    </Page>
  )
}
