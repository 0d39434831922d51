import React from 'react'
import { Button, Spinner } from '@patternfly/react-core'
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table'
import { inWords } from '../hub/jobs'
import type { Replay } from '../hub/replays'
import { Link } from '../ui/Link'
import { open } from '../ui/location'
import { Nothing } from '../ui/Nothing'
import { Page } from '../ui/Page'
import { Pager } from '../ui/Pager'
import { Trouble } from '../ui/Trouble'
import { useRows } from '../ui/useRows'
import { When } from '../ui/When'

export const ReplayList: React.FC = () => {
  const list = useRows<Replay>('/api/replays', 'replays', {}, 5000)
  return (
    <Page
      title='Replays'
      about='What was replayed, by whom and why.'
      actions={[
        <Button key='log' variant='link' onClick={() => open('log')}>
          Log
        </Button>,
      ]}
    >
      <Trouble failure={list.failure} again={list.reload} />
      {!list.rows && list.loading && <Spinner aria-label='Loading' />}
      {list.rows?.length === 0 && <Nothing title='No replays yet'>Open a log entry, fix its cause, and click Replay.</Nothing>}
      {list.rows && list.rows.length > 0 && (
        <Table aria-label='Replays' variant='compact'>
          <Thead>
            <Tr>
              <Th modifier='wrap'>Replay</Th>
              <Th modifier='wrap'>Started</Th>
              <Th modifier='wrap'>By</Th>
              <Th modifier='wrap'>Reason</Th>
              <Th modifier='wrap'>State</Th>
              <Th modifier='wrap'>Jobs</Th>
            </Tr>
          </Thead>
          <Tbody>
            {list.rows.map(replay => (
              <Tr key={replay.id}>
                <Td dataLabel='Replay'>
                  <Link page={`log/replays/${replay.id}`}>{replay.id}</Link>
                </Td>
                <Td dataLabel='Started'>
                  <When time={replay.createdAt} />
                </Td>
                <Td dataLabel='By'>{replay.by}</Td>
                <Td dataLabel='Reason'>{replay.reason}</Td>
                <Td dataLabel='State'>{inWords(replay.state)}</Td>
                <Td dataLabel='Jobs'>
                  {replay.progress.succeeded} of {replay.progress.total} succeeded, {replay.progress.failed} failed
                </Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
      <Pager rows={list} />
    </Page>
  )
}
