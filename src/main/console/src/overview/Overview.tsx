import React from 'react'
import { Spinner } from '@patternfly/react-core'
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table'
import { get } from '../hub/http'
import { Nothing } from '../ui/Nothing'
import { Page } from '../ui/Page'
import { Trouble } from '../ui/Trouble'
import { useData } from '../ui/useData'

interface Connection {
  id: string
  name: string
  system: string
  enabled: boolean
}

export const Overview: React.FC = () => {
  const { data, failure, loading, reload } = useData(signal => get<Connection[]>('/api/connections', signal), 'connections', 5000)
  return (
    <Page title='Overview' about='How every connection is doing. What needs attention stands first.'>
      <Trouble failure={failure} again={reload} />
      {!data && loading && <Spinner aria-label='Loading' />}
      {data?.length === 0 && <Nothing title='No connections yet'>Connect a PSA under Connected apps.</Nothing>}
      {data && data.length > 0 && (
        <Table aria-label='Connections' variant='compact'>
          <Thead>
            <Tr>
              <Th>Connection</Th>
              <Th>System</Th>
            </Tr>
          </Thead>
          <Tbody>
            {data.map(connection => (
              <Tr key={connection.id}>
                <Td dataLabel='Connection'>{connection.name}</Td>
                <Td dataLabel='System'>{connection.system}</Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
    </Page>
  )
}
