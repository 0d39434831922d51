import React from 'react'
import { Button, Content } from '@patternfly/react-core'
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table'
import { mappings } from '../hub/mappings'
import { act } from '../ui/act'
import { Trouble } from '../ui/Trouble'
import { useData } from '../ui/useData'
import { When } from '../ui/When'
import { KINDS, shortVersion } from './words'

/** The versions that were in use; each can be opened as a draft. */
export const History: React.FC<{ id: string; version: string; onOpen: (text: string) => void }> = ({ id, version, onOpen }) => {
  const history = useData(signal => mappings.history(id, signal), `history of ${id} ${version}`)
  const openVersion = async (hash: string) => {
    const found = await act(() => mappings.version(id, hash), 'The version is open as a draft.')
    if (found) onOpen(found.text)
  }
  return (
    <>
      <Content component='h2'>History</Content>
      <Trouble failure={history.failure} again={history.reload} />
      <Table aria-label='History' variant='compact'>
        <Thead>
          <Tr>
            <Th>At</Th>
            <Th>Change</Th>
            <Th>By</Th>
            <Th width={40}>Reason</Th>
            <Th>Version</Th>
            <Th screenReaderText='Actions' />
          </Tr>
        </Thead>
        <Tbody>
          {(history.data ?? []).map(change => (
            <Tr key={change.id}>
              <Td dataLabel='At'>
                <When time={change.at} />
              </Td>
              <Td dataLabel='Change'>{KINDS[change.kind]}</Td>
              <Td dataLabel='By'>{change.by ?? 'unknown'}</Td>
              <Td dataLabel='Reason' modifier='breakWord'>
                {change.reason}
              </Td>
              <Td dataLabel='Version'>
                <code>{shortVersion(change.version)}</code>
              </Td>
              <Td>
                <Button variant='link' isInline onClick={() => void openVersion(change.version)}>
                  Open as draft
                </Button>
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </>
  )
}
