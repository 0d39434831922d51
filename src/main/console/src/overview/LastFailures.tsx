import React from 'react'
import { Content } from '@patternfly/react-core'
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table'
import { wordsOf } from '../hub/jobs'
import type { LogEntry } from '../hub/log'
import { Link } from '../ui/Link'
import { spoken } from '../ui/spoken'
import { When } from '../ui/When'

/** The newest open failures, each with a link to its entry. */
export const LastFailures: React.FC<{ entries: LogEntry[] }> = ({ entries }) => (
  <>
    <Content component='h2'>Latest open failures</Content>
    {entries.length === 0 ? (
      <p>None.</p>
    ) : (
      <>
        <Table aria-label='Latest open failures' variant='compact'>
          <Thead>
            <Tr>
              <Th modifier='wrap'>Last occurrence</Th>
              <Th modifier='wrap'>Connection</Th>
              <Th modifier='wrap'>Subject</Th>
              <Th width={50} modifier='wrap'>Cause</Th>
            </Tr>
          </Thead>
          <Tbody>
            {entries.map(entry => (
              <Tr key={entry.id}>
                <Td dataLabel='Last occurrence'>
                  <When time={entry.lastAt} />
                </Td>
                <Td dataLabel='Connection'>{entry.connection}</Td>
                <Td dataLabel='Subject'>{[wordsOf(entry.flow), entry.subject].filter(Boolean).join(', ')}</Td>
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
