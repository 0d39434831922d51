import React from 'react'
import { Label } from '@patternfly/react-core'
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table'
import type { Right } from '../hub/connections'

const LOOK = {
  GRANTED: { text: 'Granted', status: 'success' },
  MISSING: { text: 'Missing', status: 'danger' },
  UNKNOWN: { text: 'Unknown', status: 'warning' },
} as const

const ORDER = ['MISSING', 'UNKNOWN', 'GRANTED']

/** The rights in both systems, missing ones first, each with where to grant it. */
export const RightsTable: React.FC<{ rights: Right[] }> = ({ rights }) => (
  <Table aria-label='Rights' variant='compact'>
    <Thead>
      <Tr>
        <Th modifier='wrap'>Right</Th>
        <Th modifier='wrap'>Required</Th>
        <Th modifier='wrap'>State</Th>
        <Th modifier='wrap'>Required for</Th>
        <Th modifier='wrap'>Remedy</Th>
      </Tr>
    </Thead>
    <Tbody>
      {[...rights]
        .sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))
        .map(right => (
          <Tr key={right.area + right.name}>
            <Td dataLabel='Right'>{right.name.startsWith(right.area) ? right.name : `${right.area}: ${right.name}`}</Td>
            <Td dataLabel='Required'>{right.needed}</Td>
            <Td dataLabel='State'>
              <Label status={LOOK[right.state].status}>{LOOK[right.state].text}</Label>
            </Td>
            <Td dataLabel='Required for'>{right.neededFor}</Td>
            <Td dataLabel='Remedy'>{right.state === 'GRANTED' ? '' : [right.found?.replace(/[^.]$/, '$&.'), right.remedy].filter(Boolean).join(' ')}</Td>
          </Tr>
        ))}
    </Tbody>
  </Table>
)
