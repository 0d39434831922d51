import React from 'react'
import { Content } from '@patternfly/react-core'
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table'
import { wordsOf } from '../hub/jobs'
import type { LogEntry } from '../hub/log'
import { Link } from '../ui/Link'
import { spoken } from '../ui/spoken'
import { When } from '../ui/When'

/** The newest failures that nobody has mended yet, each with the way to what can be done about it. */
export const LastFailures: React.FC<{ entries: LogEntry[] }> = ({ entries }) => (
  <>
    <Content component='h2'>Last open failures</Content>
    {entries.length === 0 ? (
      <p>None.</p>
    ) : (
      <>
        <Table aria-label='Last open failures' variant='compact'>
          <Thead>
            <Tr>
              <Th modifier='wrap'>Last</Th>
              <Th modifier='wrap'>Connection</Th>
              <Th modifier='wrap'>What</Th>
              <Th width={50} modifier='wrap'>Cause</Th>
            </Tr>
          </Thead>
          <Tbody>
            {entries.map(entry => (
              <Tr key={entry.id}>
                <Td dataLabel='Last'>
                  <When time={entry.lastAt} />
                </Td>
                <Td dataLabel='Connection'>{entry.connection}</Td>
                <Td dataLabel='What'>{[wordsOf(entry.flow), entry.subject].filter(Boolean).join(', ')}</Td>
                <Td dataLabel='Cause' modifier='breakWord'>
                  <Link page={`log/${entry.id}`}>{spoken(entry.cause)}</Link>
                </Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
        <Link page='log' filters={{ state: 'OPEN' }}>
          All open failures
        </Link>
      </>
    )}
  </>
)
