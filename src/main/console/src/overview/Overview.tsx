import React from 'react'
import { Content, Label, Progress, Spinner } from '@patternfly/react-core'
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table'
import { StateLabel } from '../apps/StateLabel'
import { condition } from '../hub/condition'
import { jobs } from '../hub/jobs'
import { logGroups } from '../hub/log'
import { overviewSummary, type Line } from '../hub/overview'
import { Link } from '../ui/Link'
import { Notice } from '../ui/Notice'
import { usePlace } from '../ui/location'
import { Nothing } from '../ui/Nothing'
import { Page } from '../ui/Page'
import { Pager } from '../ui/Pager'
import { Trouble } from '../ui/Trouble'
import { useData } from '../ui/useData'
import { When } from '../ui/When'
import { Charts } from './Charts'
import { ConnectionFilters, connectionSearch } from './ConnectionFilters'
import { FirstSteps } from './FirstSteps'
import { LastFailures } from './LastFailures'
import { budgetOf, headline } from './lines'
import { RunningJobs } from './RunningJobs'
import { useLines } from './useLines'

const LIVE_MILLIS = 3000

/** What fails and what runs now, then one row per connection; those that need attention come first. */
export const Overview: React.FC = () => {
  const { filters, filter } = usePlace('overview')
  const search = connectionSearch(filters)
  const summary = useData(overviewSummary, 'summary', LIVE_MILLIS)
  const lines = useLines(search, LIVE_MILLIS)
  const running = useData(jobs.running, 'running', LIVE_MILLIS)
  const failed = useData(signal => logGroups({ state: 'OPEN' }, '-last', signal, 5), 'failed', 10000)
  const { data } = summary
  return (
    <Page title='Overview' about='Status of all connections. Those that need attention come first.'>
      <Trouble failure={summary.failure ?? lines.failure ?? running.failure ?? failed.failure} again={summary.reload} />
      {!data && summary.loading && <Spinner aria-label='Loading' />}
      {data?.connections === 0 && <FirstSteps />}
      {data && data.connections > 0 && (
        <>
          <Notice variant={headline(data).variant} title={headline(data).text} />
          {failed.data && <LastFailures groups={failed.data.groups} />}
          <Charts />
          {running.data && <RunningJobs jobs={running.data} reload={running.reload} />}
          <Content component='h2'>Connections</Content>
          <ConnectionFilters filters={filters} tags={data.tags} onChange={filter} />
          {lines.rows?.length === 0 && <Nothing title='No connections match'>Remove a filter to see more.</Nothing>}
          {lines.rows && lines.rows.length > 0 && (
            <Table aria-label='Connections' variant='compact'>
              <Thead>
                <Tr>
                  <Th modifier='wrap'>Connection</Th>
                  <Th width={20} modifier='wrap'>Status</Th>
                  <Th modifier='wrap'>Last sync</Th>
                  <Th modifier='wrap'>Next sync</Th>
                  <Th modifier='wrap'>Jobs</Th>
                  <Th modifier='wrap'>Failures</Th>
                  <Th width={20} modifier='wrap'>Calls, last hour</Th>
                </Tr>
              </Thead>
              <Tbody>
                {lines.rows.map(line => (
                  <Row key={line.id} line={line} />
                ))}
              </Tbody>
            </Table>
          )}
          <Pager rows={lines} />
        </>
      )}
    </Page>
  )
}

const Row: React.FC<{ line: Line }> = ({ line }) => {
  const budget = budgetOf(line.budget)
  return (
    <Tr>
      <Td dataLabel='Connection'>
        <Link page={`apps/${line.id}`}>{line.name}</Link> {line.tags.map(tag => <Label key={tag} isCompact>{tag}</Label>)}
      </Td>
      <Td dataLabel='Status' modifier='breakWord'>
        <StateLabel state={line.state} /> {line.state.enabled && condition(line.state).more}
      </Td>
      <Td dataLabel='Last sync'>
        <When time={line.state.lastSyncAt} />
      </Td>
      <Td dataLabel='Next sync'>
        <When time={line.state.nextSyncAt} never='not scheduled' />
      </Td>
      <Td dataLabel='Jobs'>
        <span style={{ whiteSpace: 'nowrap' }}>{line.jobsRunning.toLocaleString('en')} running,</span> <span style={{ whiteSpace: 'nowrap' }}>{line.jobsWaiting.toLocaleString('en')} waiting</span>
      </Td>
      <Td dataLabel='Failures, last day'>
        <Link page='log' filters={{ connection: line.id, state: 'OPEN' }}>
          <span style={{ whiteSpace: 'nowrap' }}>{line.failuresLastDay.toLocaleString('en')} in the last day,</span> <span style={{ whiteSpace: 'nowrap' }}>{line.failuresOpen.toLocaleString('en')} open</span>
        </Link>
      </Td>
      <Td dataLabel='Calls, last hour'>
        {budget.percent === undefined ? (
          budget.text
        ) : (
          <Progress aria-label={`Budget of ${line.name}`} size='sm' value={budget.percent} label={budget.text} measureLocation='outside' variant={budget.percent >= 90 ? 'danger' : budget.percent >= 50 ? 'warning' : undefined} />
        )}
      </Td>
    </Tr>
  )
}
