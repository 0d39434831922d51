import React from 'react'
import { Label, Spinner } from '@patternfly/react-core'
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table'
import { FilterBar } from '../ui/FilterBar'
import { FilterSelect } from '../ui/FilterSelect'
import { FilterText } from '../ui/FilterText'
import { usePlace } from '../ui/location'
import { Nothing } from '../ui/Nothing'
import { OneConnection } from '../ui/OneConnection'
import { Page } from '../ui/Page'
import { Pager } from '../ui/Pager'
import { Trouble } from '../ui/Trouble'
import { useRows } from '../ui/useRows'
import { When } from '../ui/When'

interface Opportunity {
  id: string
  crmOpportunity?: string
  name: string
  companyName?: string
  ownerName?: string
  status?: string
  stage?: string
  amount?: number
  state: 'OFFERED' | 'CLOSED' | 'KEPT_OUT'
  keptOutBecause?: string
  upToDate: boolean
  changedAt?: string
}

const STATES = {
  OFFERED: { label: 'Offered', status: 'success' },
  CLOSED: { label: 'Closed', status: 'info' },
  KEPT_OUT: { label: 'Kept out', status: 'warning' },
} as const

/** What the PSA has: what the filter let through, and what it kept out and why. */
export const Opportunities: React.FC = () => {
  const { filters, filter } = usePlace('opportunities')
  return (
    <Page title='Opportunities' about='What came in from the PSA: what ScopeStack is offered, and what the filter kept out and why.'>
      <OneConnection value={filters['connection'] ?? ''}>
        {(connection, choose) => (
          <>
            <FilterBar>
              <FilterText label='Name, company or id' value={filters['search'] ?? ''} onChange={search => filter({ search })} />
              {choose(id => filter({ connection: id }))}
              <FilterSelect
                label='State'
                value={filters['state'] ?? ''}
                options={Object.entries(STATES).map(([value, { label }]) => ({ value, label }))}
                onChange={state => filter({ state })}
              />
            </FilterBar>
            <List connection={connection} filters={{ search: filters['search'] ?? '', state: filters['state'] ?? '' }} />
          </>
        )}
      </OneConnection>
    </Page>
  )
}

const List: React.FC<{ connection: string; filters: Record<string, string> }> = ({ connection, filters }) => {
  const list = useRows<Opportunity>(`/api/connections/${encodeURIComponent(connection)}/opportunities`, 'opportunities', filters, 10000)
  const isFiltered = Object.values(filters).some(Boolean)
  return (
    <>
      <Trouble failure={list.failure} again={list.reload} />
      {!list.rows && list.loading && <Spinner aria-label='Loading' />}
      {list.rows?.length === 0 && (
        <Nothing title={isFiltered ? 'No opportunity fits' : 'No opportunities yet'}>
          {isFiltered ? 'Take a filter away to see more.' : 'They come with the next sync: enable the connection and press Sync now under Connected apps.'}
        </Nothing>
      )}
      {list.rows && list.rows.length > 0 && (
        <Table aria-label='Opportunities' variant='compact'>
          <Thead>
            <Tr>
              <Th modifier='wrap'>Id</Th>
              <Th width={25} modifier='wrap'>Name</Th>
              <Th modifier='wrap'>Company</Th>
              <Th modifier='wrap'>Status, stage</Th>
              <Th modifier='wrap'>Amount</Th>
              <Th modifier='wrap'>ScopeStack</Th>
              <Th modifier='wrap'>Changed</Th>
            </Tr>
          </Thead>
          <Tbody>
            {list.rows.map(opportunity => (
              <Row key={opportunity.id} opportunity={opportunity} />
            ))}
          </Tbody>
        </Table>
      )}
      <Pager rows={list} />
    </>
  )
}

const Row: React.FC<{ opportunity: Opportunity }> = ({ opportunity }) => (
  <Tr>
    <Td dataLabel='Id'>{opportunity.id}</Td>
    <Td dataLabel='Name' modifier='breakWord'>
      {opportunity.name}
    </Td>
    <Td dataLabel='Company'>{opportunity.companyName}</Td>
    <Td dataLabel='Status, stage'>{[opportunity.status, opportunity.stage].filter(Boolean).join(', ')}</Td>
    <Td dataLabel='Amount'>{opportunity.amount?.toLocaleString('en', { minimumFractionDigits: 2 })}</Td>
    <Td dataLabel='ScopeStack'>
      <Label status={STATES[opportunity.state].status}>{STATES[opportunity.state].label}</Label>{' '}
      {opportunity.keptOutBecause ?? (opportunity.upToDate ? '' : 'Not up to date there yet.')}
    </Td>
    <Td dataLabel='Changed'>
      <When time={opportunity.changedAt} />
    </Td>
  </Tr>
)
