import React from 'react'
import { Content } from '@patternfly/react-core'
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table'
import { inWords } from '../hub/jobs'
import type { PastReplay } from '../hub/replays'
import { Link } from '../ui/Link'
import { spoken } from '../ui/spoken'
import { When } from '../ui/When'

/** The replays of an entry; nothing if there are none. */
export const PastReplays: React.FC<{ replays: PastReplay[] }> = ({ replays }) =>
  replays.length === 0 ? null : (
    <>
      <Content component='h2'>Replays</Content>
      <Table aria-label='Replays of this entry' variant='compact'>
        <Thead>
          <Tr>
            <Th modifier='wrap'>Replay</Th>
            <Th modifier='wrap'>When</Th>
            <Th modifier='wrap'>By</Th>
            <Th modifier='wrap'>Reason</Th>
            <Th modifier='wrap'>Result</Th>
          </Tr>
        </Thead>
        <Tbody>
          {replays.map(past => (
            <Tr key={past.replay}>
              <Td dataLabel='Replay'>
                <Link page={`log/replays/${past.replay}`}>{past.replay}</Link>
              </Td>
              <Td dataLabel='When'>
                <When time={past.at} />
              </Td>
              <Td dataLabel='By'>{past.by}</Td>
              <Td dataLabel='Reason'>{past.reason}</Td>
              <Td dataLabel='Result'>
                {inWords(past.state)} {past.result && spoken(past.result)}
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </>
  )
