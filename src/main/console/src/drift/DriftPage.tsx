import React from 'react'
import { Button, Content, Spinner } from '@patternfly/react-core'
import { drift, type Drift, type DriftReport } from '../hub/drift'
import { get } from '../hub/http'
import { OPERATORS_DO } from '../hub/me'
import { Notice } from '../ui/Notice'
import { act } from '../ui/act'
import { Link } from '../ui/Link'
import { open } from '../ui/location'
import { Nothing } from '../ui/Nothing'
import { Page } from '../ui/Page'
import { Pager } from '../ui/Pager'
import { ReasonedButton } from '../ui/ReasonedButton'
import { spoken } from '../ui/spoken'
import { Trouble } from '../ui/Trouble'
import { useData } from '../ui/useData'
import { useNames } from '../ui/useNames'
import { useRights } from '../ui/useRights'
import { useRows } from '../ui/useRows'
import { When } from '../ui/When'
import { FindingTable } from './FindingTable'
import { summaryOf } from './words'

const LIVE_MILLIS = 3000

/** What the systems of a connection hold differently from what the hub made. */
export const DriftPage: React.FC<{ connection: string }> = ({ connection }) => {
  const { operate } = useRights()
  const state = useData(signal => get<Drift>(`${drift.address(connection)}?limit=1`, signal), `drift ${connection}`, LIVE_MILLIS)
  const list = useRows<DriftReport>(drift.address(connection), 'reports', {}, LIVE_MILLIS)
  const reload = () => {
    state.reload()
    list.reload()
  }
  const running = state.data?.job !== undefined
  const nameOf = useNames()
  return (
    <Page
      title='Drift'
      about={`What the PSA holds differently from what ${nameOf(connection)} created. Nothing is changed without a decision.`}
      actions={[
        <ReasonedButton
          key='check'
          because={!operate ? OPERATORS_DO : state.data?.supported === false ? 'This system has no drift check.' : running ? 'A check is waiting or running.' : undefined}
          onClick={() => void act(() => drift.check(connection), 'Check started.').then(reload)}
        >
          Check now
        </ReasonedButton>,
        <Button key='back' variant='link' onClick={() => open(`apps/${connection}`)}>
          Connection
        </Button>,
      ]}
    >
      <Trouble failure={state.failure ?? list.failure} again={reload} />
      {!state.data && state.loading && <Spinner aria-label='Loading' />}
      {state.data && (
        <Notice variant={state.data.open > 0 || state.data.incomplete > 0 ? 'warning' : 'info'} title={running ? 'A check is waiting or running.' : summaryOf(state.data)}>
          {state.data.checkedAt && <>Last checked <When time={state.data.checkedAt} />.</>}
        </Notice>
      )}
      {state.data && list.rows?.length === 0 && (
        <Nothing title={state.data.checkedAt ? 'No differences' : 'Not checked yet'}>
          {state.data.checkedAt ? 'Everything that was compared is as it was made.' : 'Click Check now, or wait for the schedule in the settings of the connection.'}
        </Nothing>
      )}
      {list.rows?.map(report => (
        <Report key={report.scope} connection={connection} report={report} reload={reload} />
      ))}
      <Pager rows={list} />
    </Page>
  )
}

const Report: React.FC<{ connection: string; report: DriftReport; reload: () => void }> = ({ connection, report, reload }) => {
  const title = report.project ? `${report.project} ${report.name ?? ''}`.trim() : report.scope
  return (
    <>
      <Content component='h2'>{report.project ? <Link page={`projects/${connection}/${report.project}`}>{title}</Link> : title}</Content>
      {!report.complete && (
        <Notice variant='warning' title='It could not be compared. Differences below are those of an earlier check.'>
          {report.cause && spoken(report.cause)}
        </Notice>
      )}
      {report.findings.length > 0 && <FindingTable title={title} connection={connection} findings={report.findings} reload={reload} />}
      {report.more && <p>and {report.more} more; they are listed when those without a decision become fewer.</p>}
    </>
  )
}
