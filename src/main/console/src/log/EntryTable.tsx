import React from 'react'
import { Label } from '@patternfly/react-core'
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table'
import { inWords } from '../hub/jobs'
import { aboutOf, type LogEntry } from '../hub/log'
import { Link } from '../ui/Link'
import { spoken } from '../ui/spoken'
import { useNames } from '../ui/useNames'
import { When } from '../ui/When'

interface Props {
  entries: LogEntry[]
  picked: number[]
  onPick: (ids: number[]) => void
}

export const EntryTable: React.FC<Props> = ({ entries, picked, onPick }) => {
  const nameOf = useNames()
  const ids = entries.map(entry => entry.id)
  const isWhole = ids.every(id => picked.includes(id))
  const pick = (id: number, on: boolean) => onPick(on ? [...picked, id] : picked.filter(one => one !== id))
  return (
    <Table aria-label='Log entries' variant='compact'>
      <Thead>
        <Tr>
          <Th screenReaderText='Select' select={{ isSelected: isWhole, onSelect: (_, on) => onPick(on ? [...new Set([...picked, ...ids])] : picked.filter(id => !ids.includes(id))) }} />
          <Th modifier='wrap'>Last occurrence</Th>
          <Th modifier='wrap'>State</Th>
          <Th modifier='wrap'>Class</Th>
          <Th modifier='wrap'>Connection</Th>
          <Th modifier='wrap'>Subject</Th>
          <Th width={40} modifier='wrap'>Cause</Th>
        </Tr>
      </Thead>
      <Tbody>
        {entries.map((entry, row) => (
          <Tr key={entry.id}>
            <Td select={{ rowIndex: row, isSelected: picked.includes(entry.id), onSelect: (_, on) => pick(entry.id, on) }} />
            <Td dataLabel='Last occurrence'>
              <When time={entry.lastAt} />
              {entry.occurrences > 1 && ` (${entry.occurrences.toLocaleString('en')} times)`}
            </Td>
            <Td dataLabel='State'>
              <Label status={entry.state === 'OPEN' ? 'danger' : 'success'}>{entry.state === 'OPEN' ? 'Open' : 'Resolved'}</Label>
            </Td>
            <Td dataLabel='Class'>{inWords(entry.class)}</Td>
            <Td dataLabel='Connection'>{nameOf(entry.connection)}</Td>
            <Td dataLabel='Subject'>{aboutOf(entry)}</Td>
            <Td dataLabel='Cause' modifier='breakWord'>
              <Link page={`log/${entry.id}`}>{spoken(entry.cause)}</Link>
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  )
}
