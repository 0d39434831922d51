import React from 'react'
import { Label } from '@patternfly/react-core'
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table'
import type { AnyOpportunity } from '../hub/opportunities'
import { Link } from '../ui/Link'
import { money } from '../ui/money'
import { sortingOf } from '../ui/sorting'
import { useNames } from '../ui/useNames'
import { When } from '../ui/When'
import { STATES } from './states'

const COLUMNS = ['id', 'name', 'company', 'amount', 'changed']

interface Props {
  rows: AnyOpportunity[]
  /** Of all connections: the hub sorts them. */
  isOfAll?: boolean
  sort?: string
  onSort?: (sort: string) => void
}

/** A page of opportunities; sortable headings sort the whole list, not only the page. */
export const OpportunityTable: React.FC<Props> = ({ rows, isOfAll = false, sort = '-changed', onSort }) => {
  const nameOf = useNames()
  const by = (column: string) => (onSort ? sortingOf(COLUMNS, column, sort, onSort) : undefined)
  return (
    <Table aria-label='Opportunities' variant='compact'>
      <Thead>
        <Tr>
          <Th modifier='nowrap' sort={by('id')}>Id</Th>
          <Th width={20} modifier='nowrap' sort={by('name')}>Name</Th>
          {isOfAll && <Th modifier='wrap'>Connection</Th>}
          <Th modifier='nowrap' sort={by('company')}>Company</Th>
          <Th modifier='wrap'>Status, stage</Th>
          <Th modifier='nowrap' sort={by('amount')}>Amount</Th>
          <Th width={30} modifier='wrap'>
            ScopeStack
          </Th>
          <Th modifier='nowrap' sort={by('changed')}>Changed</Th>
        </Tr>
      </Thead>
      <Tbody>
        {rows.map(row => (
          <Row key={`${row.connection} ${row.id}`} row={row} name={isOfAll ? nameOf(row.connection) : undefined} />
        ))}
      </Tbody>
    </Table>
  )
}

const Row: React.FC<{ row: AnyOpportunity; name: string | undefined }> = ({ row, name }) => (
  <Tr>
    <Td dataLabel='Id'>
      {row.link ? (
        <a href={row.link} target='_blank' rel='noreferrer noopener' title='Open in the PSA'>
          {row.id}
        </a>
      ) : (
        row.id
      )}
    </Td>
    <Td dataLabel='Name' modifier='breakWord'>
      {row.name}
    </Td>
    {name !== undefined && <Td dataLabel='Connection'>{name}</Td>}
    <Td dataLabel='Company'>{row.companyName}</Td>
    <Td dataLabel='Status, stage'>{[row.status, row.stage].filter(Boolean).join(', ')}</Td>
    <Td dataLabel='Amount'>{typeof row.amount === 'number' && money(row.amount)}</Td>
    <Td dataLabel='ScopeStack' modifier='breakWord'>
      <Label status={STATES[row.state].status}>{STATES[row.state].label}</Label>{' '}
      {row.filteredOutReason ?? (row.upToDate ? '' : 'Not yet up to date in ScopeStack.')}
      {row.projects.map(project => (
        <div key={project.id}>
          Project <Link page={`projects/${row.connection}/${project.id}`}>{project.name}</Link>
        </div>
      ))}
    </Td>
    <Td dataLabel='Changed'>
      <When time={row.changedAt} never='' />
    </Td>
  </Tr>
)
