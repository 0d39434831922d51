import React from 'react'
import { Content } from '@patternfly/react-core'
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table'
import { aboutOf, type LogGroup } from '../hub/log'
import { HandlingLabels } from '../log/HandlingLabels'
import { Link } from '../ui/Link'
import { spoken } from '../ui/spoken'
import { useNames } from '../ui/useNames'
import { When } from '../ui/When'

/** What fails now, by cause: a cause links to its entry, or to its entries. */
export const LastFailures: React.FC<{ groups: LogGroup[] }> = ({ groups }) => {
  const nameOf = useNames()
  return (
    <>
      <Content component='h2'>Latest open failures</Content>
      {groups.length === 0 ? (
        <p>None.</p>
      ) : (
        <>
          <Table aria-label='Latest open failures' variant='compact'>
            <Thead>
              <Tr>
                <Th modifier='wrap'>Last</Th>
                <Th modifier='wrap'>Connection</Th>
                <Th modifier='wrap'>Subject</Th>
                <Th width={50} modifier='wrap'>Cause</Th>
              </Tr>
            </Thead>
            <Tbody>
              {groups.map(group => (
                <Tr key={group.newest}>
                  <Td dataLabel='Last'>
                    <When time={group.lastAt} />
                  </Td>
                  <Td dataLabel='Connection'>{nameOf(group.connection)}</Td>
                  <Td dataLabel='Subject'>{group.entries > 1 ? `${aboutOf({ flow: group.flow })}, ${group.entries.toLocaleString('en')} entries` : aboutOf(group)}</Td>
                  <Td dataLabel='Cause' modifier='breakWord'>
                    <Link page={group.entries > 1 && group.problem ? 'log' : `log/${group.newest}`} filters={group.entries > 1 && group.problem ? { problem: group.problem, view: 'entries' } : {}}>
                      {spoken(group.cause)}
                    </Link>
                    <HandlingLabels handling={group.handling} />
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
}
