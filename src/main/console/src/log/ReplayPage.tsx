import React from 'react'
import { Button, Content, Progress, Spinner } from '@patternfly/react-core'
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table'
import { inWords } from '../hub/jobs'
import { aboutOf, pageOf } from '../hub/log'
import { OPERATORS_DO } from '../hub/me'
import { replays, type Replay, type ReplayItem } from '../hub/replays'
import { Notice } from '../ui/Notice'
import { act } from '../ui/act'
import { Details } from '../ui/Details'
import { JsonView } from '../ui/JsonView'
import { Link } from '../ui/Link'
import { open } from '../ui/location'
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

const LIVE_MILLIS = 1500

/** One replay, during and after its run. */
export const ReplayPage: React.FC<{ id: string }> = ({ id }) => {
  const { operate } = useRights()
  const replay = useData(signal => replays.one(id, signal), id, LIVE_MILLIS)
  const items = useRows<ReplayItem>(`/api/replays/${encodeURIComponent(id)}/items`, 'items', {}, LIVE_MILLIS)
  const state = replay.data?.state
  const tell = (what: (id: number) => Promise<Replay>, done: string) => void act(() => what(Number(id)), done).then(replay.reload)
  return (
    <Page
      title={`Replay ${id}`}
      about={replay.data?.reason ?? ''}
      actions={[
        state === 'RUNNING' && (
          <ReasonedButton variant='secondary' because={operate ? undefined : OPERATORS_DO} onClick={() => tell(replays.pause, 'Replay paused. Running jobs will finish; no new ones start.')}>
            Pause
          </ReasonedButton>
        ),
        state === 'PAUSED' && (
          <ReasonedButton because={operate ? undefined : OPERATORS_DO} onClick={() => tell(replays.resume, 'Replay resumed.')}>
            Resume
          </ReasonedButton>
        ),
        (state === 'RUNNING' || state === 'PAUSED') && (
          <ReasonedButton variant='danger' because={operate ? undefined : OPERATORS_DO} onClick={() => tell(replays.cancel, 'Replay cancelled. Running jobs will finish; the others are not run.')}>
            Cancel
          </ReasonedButton>
        ),
        <Button variant='link' onClick={() => open('log/replays')}>
          All replays
        </Button>,
      ].filter(Boolean)}
    >
      <Trouble failure={replay.failure ?? items.failure} again={replay.reload} />
      {!replay.data && replay.loading && <Spinner aria-label='Loading' />}
      {replay.data && <Summary replay={replay.data} />}
      {items.rows && <Items items={items.rows} />}
      <Pager rows={items} />
    </Page>
  )
}

const Summary: React.FC<{ replay: Replay }> = ({ replay }) => {
  const { progress } = replay
  const over = progress.succeeded + progress.failed + progress.skipped + progress.cancelled
  return (
    <>
      {replay.stateReason && <Notice variant='warning' title={spoken(replay.stateReason)} />}
      <Progress
        title={`${inWords(replay.state)}: ${progress.succeeded} succeeded, ${progress.failed} failed, ${progress.skipped} skipped, ${progress.waiting} waiting`}
        value={over}
        max={Math.max(1, progress.total)}
        label={`${over} of ${progress.total}`}
        measureLocation='outside'
        variant={progress.failed > 0 ? 'danger' : replay.state === 'DONE' ? 'success' : undefined}
      />
      <Details
        details={[
          ['By', replay.by],
          ['Started', <When time={replay.createdAt} />],
          ['Finished', replay.finishedAt && <When time={replay.finishedAt} />],
          ['Start from', replay.from === 'start' ? 'Start' : 'Failed step'],
          ['Mapping', replay.mapping === 'current' ? 'Current mapping' : 'Original plan'],
          ['Canary', replay.canary ? 'Yes' : 'No'],
          ['Max jobs per minute', replay.perMinute],
        ]}
      />
      <Edited title='Edited request body' body={replay.body} />
      <Edited title='Original request body' body={replay.formerBody} />
    </>
  )
}

const Subject: React.FC<{ item: ReplayItem }> = ({ item }) => {
  const page = pageOf(item)
  const about = aboutOf(item)
  return page ? <Link page={page}>{about}</Link> : <>{about}</>
}

/** A request body that a user edited. */
const Edited: React.FC<{ title: string; body: unknown }> = ({ title, body }) =>
  body === undefined ? null : (
    <>
      <Content component='h2'>{title}</Content>
      <JsonView title={title} text={JSON.stringify(body)} />
    </>
  )

const Items: React.FC<{ items: ReplayItem[] }> = ({ items }) => {
  const nameOf = useNames()
  return (
  <Table aria-label='Jobs of the replay' variant='compact'>
    <Thead>
      <Tr>
        <Th modifier='wrap'>Job</Th>
        <Th modifier='wrap'>Connection</Th>
        <Th modifier='wrap'>Subject</Th>
        <Th modifier='wrap'>State</Th>
        <Th modifier='wrap'>Result</Th>
      </Tr>
    </Thead>
    <Tbody>
      {items.map(item => (
        <Tr key={item.id}>
          <Td dataLabel='Job'>{pageOf(item) ? <Link page={`${pageOf(item)}/jobs/${item.job}`}>{item.job}</Link> : item.job}</Td>
          <Td dataLabel='Connection'>{nameOf(item.connection)}</Td>
          <Td dataLabel='Subject'>
            <Subject item={item} />
          </Td>
          <Td dataLabel='State'>{inWords(item.state)}</Td>
          <Td dataLabel='Result' modifier='breakWord'>
            {item.result && spoken(item.result)}
          </Td>
        </Tr>
      ))}
    </Tbody>
  </Table>
)
}
