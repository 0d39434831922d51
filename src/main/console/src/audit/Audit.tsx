import React from 'react'
import { Button, Label, Spinner } from '@patternfly/react-core'
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table'
import { Refusal } from '../hub/http'
import { PERIODS } from '../log/search'
import { ConnectionFilter, useConnections } from '../ui/ConnectionFilter'
import { CsvLink } from '../ui/CsvLink'
import { FilterBar } from '../ui/FilterBar'
import { FilterMoment } from '../ui/FilterMoment'
import { FilterSelect } from '../ui/FilterSelect'
import { FilterText } from '../ui/FilterText'
import { Link } from '../ui/Link'
import { usePlace } from '../ui/location'
import { Nothing } from '../ui/Nothing'
import { Page } from '../ui/Page'
import { Pager } from '../ui/Pager'
import { exact } from '../ui/time'
import { Trouble } from '../ui/Trouble'
import { useNames } from '../ui/useNames'
import { useRights } from '../ui/useRights'
import { useRows } from '../ui/useRows'
import { auditSearch } from './search'
import { sentence, type AuditEntry, type Part } from './sentence'
import { summary } from './summary'

const OUTCOMES = {
  DONE: { label: 'Done', status: 'success' },
  REFUSED: { label: 'Refused', status: 'warning' },
  FAILED: { label: 'Failed', status: 'danger' },
} as const

const FROM_TO = { from: '', to: '' }

/** Who did what, when and why; entries are never changed. */
export const Audit: React.FC = () => {
  const { filters, filter } = usePlace('audit')
  const connections = useConnections()
  const nameOf = useNames()
  const asked = auditSearch(filters)
  const { operate } = useRights()
  const list = useRows<AuditEntry>('/api/audit', 'entries', asked, 10000)
  const isForbidden = list.failure instanceof Refusal && list.failure.problem.status === 403
  const text = (name: string, label: string) => <FilterText label={label} value={filters[name] ?? ''} onChange={value => filter({ [name]: value })} />
  return (
    <Page
      title='Audit'
      about='Who did what, when and why. Entries cannot be changed or deleted; refused logins are counted and deleted after a while.'
      actions={[
        <CsvLink key='csv' path='/api/audit/export' filters={asked} isDisabled={!operate} />,
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
        <FilterSelect
          label='Time'
          value={filters['since'] ?? ''}
          options={Object.entries(PERIODS).map(([value, { label }]) => ({ value, label }))}
          onChange={since => filter({ since, ...FROM_TO })}
        />
        <FilterMoment label='From' value={filters['from'] ?? ''} onChange={from => filter({ from, since: '' })} />
        <FilterMoment label='To' value={filters['to'] ?? ''} onChange={to => filter({ to, since: '' })} />
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
              <Th width={40} modifier='wrap'>What</Th>
              <Th modifier='wrap'>Outcome</Th>
              <Th width={20} modifier='wrap'>Reason</Th>
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
                <Td dataLabel='What' modifier='breakWord'>
                  <Sentence parts={sentence(entry, nameOf)} />
                </Td>
                <Td dataLabel='Outcome'>
                  <Label status={OUTCOMES[entry.outcome].status}>{OUTCOMES[entry.outcome].label}</Label>
                </Td>
                <Td dataLabel='Reason' modifier='breakWord'>
                  {entry.reason}
                </Td>
                <Td dataLabel='Details' modifier='breakWord'>
                  <Sentence parts={summary(entry)} />
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

const Sentence: React.FC<{ parts: Part[] }> = ({ parts }) => (
  <>
    {parts.map(({ text, page, filters }, position) => (
      <React.Fragment key={position}>{page ? <Link page={page} filters={filters}>{text}</Link> : text}</React.Fragment>
    ))}
  </>
)
