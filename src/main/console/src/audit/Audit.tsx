import React from 'react'
import { Button, Label, Spinner } from '@patternfly/react-core'
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table'
import { query, Refusal } from '../hub/http'
import { pageOf } from '../hub/log'
import { ConnectionFilter, useConnections } from '../ui/ConnectionFilter'
import { FilterBar } from '../ui/FilterBar'
import { FilterSelect } from '../ui/FilterSelect'
import { FilterText } from '../ui/FilterText'
import { Link } from '../ui/Link'
import { usePlace } from '../ui/location'
import { Nothing } from '../ui/Nothing'
import { Page } from '../ui/Page'
import { Pager } from '../ui/Pager'
import { exact } from '../ui/time'
import { Trouble } from '../ui/Trouble'
import { useRights } from '../ui/useRights'
import { useRows } from '../ui/useRows'
import { summary } from './summary'

interface AuditEntry {
  id: number
  at: string
  who: string
  role?: string
  action: string
  connection?: string
  subject?: string
  reason?: string
  outcome: 'DONE' | 'REFUSED' | 'FAILED'
  details?: Record<string, unknown>
}

const OUTCOMES = {
  DONE: { label: 'Done', status: 'success' },
  REFUSED: { label: 'Refused', status: 'warning' },
  FAILED: { label: 'Failed', status: 'danger' },
} as const

const NAMES = ['id', 'who', 'action', 'connection', 'subject', 'outcome']

/** Who did what, when and why; entries are never changed. */
export const Audit: React.FC = () => {
  const { filters, filter } = usePlace('audit')
  const connections = useConnections()
  const asked = Object.fromEntries(NAMES.map(name => [name, filters[name] ?? '']))
  const { operate } = useRights()
  const list = useRows<AuditEntry>('/api/audit', 'entries', asked, 10000)
  const isForbidden = list.failure instanceof Refusal && list.failure.problem.status === 403
  const text = (name: string, label: string) => <FilterText label={label} value={filters[name] ?? ''} onChange={value => filter({ [name]: value })} />
  return (
    <Page
      title='Audit'
      about='Who did what, when and why. Entries cannot be changed or deleted; refused logins are counted and deleted after a while.'
      actions={[
        <Button key='csv' variant='link' component='a' href={'/api/audit/export' + query(asked)} download isDisabled={!operate}>
          CSV
        </Button>,
      ]}
    >
      <FilterBar>
        {text('who', 'Who')}
        {text('action', 'Action')}
        {text('subject', 'Subject')}
        <ConnectionFilter all={connections.data ?? []} value={filters['connection'] ?? ''} onChange={connection => filter({ connection })} />
        <FilterSelect
          label='Outcome'
          value={filters['outcome'] ?? ''}
          options={Object.entries(OUTCOMES).map(([value, { label }]) => ({ value, label }))}
          onChange={outcome => filter({ outcome })}
        />
        {filters['id'] && (
          <Button variant='link' onClick={() => filter({ id: '' })}>
            All entries
          </Button>
        )}
      </FilterBar>
      {isForbidden ? <Nothing title='Your role does not permit this.'>Only operators and admins can read the audit trail.</Nothing> : <Trouble failure={list.failure} again={list.reload} />}
      {!list.rows && list.loading && <Spinner aria-label='Loading' />}
      {list.rows?.length === 0 && <Nothing title='No entries match'>Remove a filter to see more. The audit trail lists the actions of people and webhooks.</Nothing>}
      {list.rows && list.rows.length > 0 && (
        <Table aria-label='Audit' variant='compact'>
          <Thead>
            <Tr>
              <Th modifier='wrap'>When</Th>
              <Th modifier='wrap'>Who</Th>
              <Th width={15} modifier='wrap'>Action</Th>
              <Th width={15} modifier='wrap'>Target</Th>
              <Th modifier='wrap'>Outcome</Th>
              <Th width={15} modifier='wrap'>Reason</Th>
              <Th width={20} modifier='wrap'>Details</Th>
            </Tr>
          </Thead>
          <Tbody>
            {list.rows.map(entry => (
              <Tr key={entry.id}>
                <Td dataLabel='When' modifier='nowrap'>
                  <Link page='audit' filters={{ id: String(entry.id) }}>
                    {exact(entry.at)}
                  </Link>
                </Td>
                <Td dataLabel='Who'>{[entry.who, entry.role && `(${entry.role})`].filter(Boolean).join(' ')}</Td>
                <Td dataLabel='Action' modifier='breakWord'>{entry.action}</Td>
                <Td dataLabel='Target' modifier='breakWord'>{entry.connection} {pageOf(entry) ? <Link page={pageOf(entry)!}>{entry.subject}</Link> : entry.subject}</Td>
                <Td dataLabel='Outcome'>
                  <Label status={OUTCOMES[entry.outcome].status}>{OUTCOMES[entry.outcome].label}</Label>
                </Td>
                <Td dataLabel='Reason' modifier='breakWord'>
                  {entry.reason}
                </Td>
                <Td dataLabel='Details' modifier='breakWord'>
                  {summary(entry.details)}
                </Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
      <Pager rows={list} />
    </Page>
  )
}
