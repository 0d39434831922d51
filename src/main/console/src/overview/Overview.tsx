import React from 'react'
import { Alert, Progress, Spinner } from '@patternfly/react-core'
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table'
import { StateLabel } from '../apps/StateLabel'
import { condition } from '../hub/condition'
import { jobs } from '../hub/jobs'
import { logGroups } from '../hub/log'
import { overview, type Line } from '../hub/overview'
import { Link } from '../ui/Link'
import { Page } from '../ui/Page'
import { Trouble } from '../ui/Trouble'
import { useData } from '../ui/useData'
import { When } from '../ui/When'
import { FirstSteps } from './FirstSteps'
import { LastFailures } from './LastFailures'
import { budgetOf, headline } from './lines'
import { RunningJobs } from './RunningJobs'

const LIVE_MILLIS = 3000

/** One row per connection; those that need attention come first. */
export const Overview: React.FC = () => {
  const { data, failure, loading, reload } = useData(overview, 'overview', LIVE_MILLIS)
  const running = useData(jobs.running, 'running', LIVE_MILLIS)
  const failed = useData(signal => logGroups({ state: 'OPEN' }, '-last', signal, 5), 'failed', LIVE_MILLIS)
  return (
    <Page title='Overview' about='Status of all connections. Those that need attention come first.'>
      <Trouble failure={failure ?? running.failure ?? failed.failure} again={reload} />
      {!data && loading && <Spinner aria-label='Loading' />}
      {data?.length === 0 && <FirstSteps />}
      {data && data.length > 0 && (
        <>
          <Alert isInline variant={headline(data).variant} title={headline(data).text} />
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
              {data.map(line => (
                <Row key={line.id} line={line} />
              ))}
            </Tbody>
          </Table>
          {running.data && <RunningJobs jobs={running.data} />}
          {failed.data && <LastFailures groups={failed.data.groups} />}
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
        <Link page={`apps/${line.id}`}>{line.name}</Link>
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
        <span style={{ whiteSpace: 'nowrap' }}>{line.jobsRunning} running,</span> <span style={{ whiteSpace: 'nowrap' }}>{line.jobsWaiting} waiting</span>
      </Td>
      <Td dataLabel='Failures, last day'>
        <Link page='log' filters={{ connection: line.id, state: 'OPEN' }}>
          <span style={{ whiteSpace: 'nowrap' }}>{line.failuresLastDay} in the last day,</span> <span style={{ whiteSpace: 'nowrap' }}>{line.failuresOpen} open</span>
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
