import React, { useState } from 'react'
import { Label, SearchInput, Spinner } from '@patternfly/react-core'
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table'
import { mappings, type Mapping } from '../hub/mappings'
import { Link } from '../ui/Link'
import { Page } from '../ui/Page'
import { spoken } from '../ui/spoken'
import { Trouble } from '../ui/Trouble'
import { useData } from '../ui/useData'
import { When } from '../ui/When'
import { originOf, shortVersion } from './words'

/** What runs, since when, from where, and what fails. */
export const MappingList: React.FC = () => {
  const all = useData(mappings.all, 'mappings', 10000)
  const [search, setSearch] = useState('')
  const found = (all.data ?? []).filter(one => one.file.includes(search.trim().toLowerCase()))
  return (
    <Page title='Mappings' about='The mappings and libraries in use. Open one to edit a draft of it and to see what the draft would change.'>
      <Trouble failure={all.failure} again={all.reload} />
      <SearchInput aria-label='Search mappings' placeholder='Search mappings' value={search} onChange={(_, text) => setSearch(text)} onClear={() => setSearch('')} />
      {!all.data && all.loading && <Spinner aria-label='Loading' />}
      {all.data && (
        <Table aria-label='Mappings' variant='compact'>
          <Thead>
            <Tr>
              <Th width={30}>File</Th>
              <Th modifier='wrap'>Source</Th>
              <Th modifier='wrap'>In use since</Th>
              <Th>Version</Th>
              <Th modifier='wrap'>Open failures</Th>
            </Tr>
          </Thead>
          <Tbody>
            {found.map(one => (
              <Row key={one.id} mapping={one} />
            ))}
          </Tbody>
        </Table>
      )}
    </Page>
  )
}

const Row: React.FC<{ mapping: Mapping }> = ({ mapping }) => (
  <Tr>
    <Td dataLabel='File' modifier='breakWord'>
      <Link page={`mappings/${mapping.id}`}>{mapping.file}</Link>
      {mapping.kind === 'LIBRARY' && ` (used by ${mapping.usedBy.length})`}
    </Td>
    <Td dataLabel='Source'>
      {originOf(mapping)} {mapping.fileChanged && <Label status='warning'>File changed</Label>} {mapping.refused && <Label status='danger'>Rejected</Label>}
    </Td>
    <Td dataLabel='In use since'>
      <When time={mapping.since} never='unknown' />
    </Td>
    <Td dataLabel='Version'>
      <code>{shortVersion(mapping.version)}</code>
    </Td>
    <Td dataLabel='Open failures' modifier='breakWord'>
      {mapping.failures && (
        <>
          {mapping.failures.count}: <Link page={`log/${mapping.failures.entry}`}>{spoken(mapping.failures.cause)}</Link>
        </>
      )}
    </Td>
  </Tr>
)
