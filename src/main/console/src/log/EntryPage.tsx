import React, { useState } from 'react'
import { Button, Content, Spinner } from '@patternfly/react-core'
import { inWords } from '../hub/jobs'
import { aboutOf, entry as load, logGroups, pageOf, type Handling, type LogDetail } from '../hub/log'
import { OPERATORS_DO } from '../hub/me'
import { Details } from '../ui/Details'
import { JsonView } from '../ui/JsonView'
import { Link } from '../ui/Link'
import { Notice } from '../ui/Notice'
import { backTo } from '../ui/location'
import { Page } from '../ui/Page'
import { ReasonedButton } from '../ui/ReasonedButton'
import { spoken } from '../ui/spoken'
import { Trouble } from '../ui/Trouble'
import { useData } from '../ui/useData'
import { useNames } from '../ui/useNames'
import { useRights } from '../ui/useRights'
import { When } from '../ui/When'
import { ConfirmClosing, asksToClose } from './ConfirmClosing'
import { PastReplays } from './PastReplays'
import { EntrySteps } from './EntrySteps'
import { HandlingDialog } from './HandlingDialog'
import { HandlingLabels } from './HandlingLabels'
import { RemedyLinks } from './RemedyLinks'
import { ReplayDialog } from './ReplayDialog'

/** One failure in full: cause, remedy, and the data from its source to the answer. */
export const EntryPage: React.FC<{ id: string }> = ({ id }) => {
  const { data, failure, loading, reload } = useData(signal => load(id, signal), id, 5000)
  const { operate } = useRights()
  const [replaying, setReplaying] = useState(false)
  const [handling, setHandling] = useState(false)
  const problem = data?.problem
  const cause = useData(async signal => (problem ? (await logGroups({ problem }, '-last', signal, 1)).groups[0] : undefined), `cause ${problem ?? ''}`, 15000)
  return (
    <Page
      title={`Log entry ${id}`}
      about={data ? aboutOf(data) : ''}
      actions={[
        data && asksToClose(data) && <ConfirmClosing key='close' entry={data} onChange={reload} />,
        <ReasonedButton key='replay' because={!operate ? OPERATORS_DO : data && data.jobId === undefined ? 'This entry has no job that could be replayed.' : undefined} isDisabled={!data} onClick={() => setReplaying(true)}>
          Replay
        </ReasonedButton>,
        data?.problem && data.state === 'OPEN' && (
          <ReasonedButton key='handle' variant='secondary' because={operate ? undefined : OPERATORS_DO} isDisabled={!cause.data} onClick={() => setHandling(true)}>
            Handle
          </ReasonedButton>
        ),
        <Button key='back' variant='link' onClick={() => backTo('log')}>
          All entries
        </Button>,
      ].filter(Boolean)}
    >
      <Trouble failure={failure} again={reload} />
      {!data && loading && <Spinner aria-label='Loading' />}
      {data && <Whole entry={data} handling={cause.data?.handling} />}
      {handling && data?.problem && (
        <HandlingDialog
          problem={data.problem}
          cause={data.cause}
          handling={cause.data?.handling}
          onClose={() => {
            setHandling(false)
            cause.reload()
          }}
        />
      )}
      {replaying && data && <ReplayDialog request={{ entries: [data.id] }} payload={data.raw} step={data.step} mapped={data.mapped} onClose={() => setReplaying(false)} />}
    </Page>
  )
}

const Whole: React.FC<{ entry: LogDetail; handling: Handling | undefined }> = ({ entry, handling }) => {
  const page = pageOf(entry)
  const nameOf = useNames()
  const texts: [string, string | undefined][] = [
    ['Payload of the job', entry.raw],
    ['Stack trace', entry.stackTrace],
  ]
  return (
    <>
      <Notice variant={entry.state === 'OPEN' ? 'danger' : 'success'} title={spoken(entry.cause)}>
        {spoken(entry.remedy)}{' '}
        {(entry.class === 'OUTCOME_UNKNOWN' || entry.class === 'DUPLICATE') && entry.state === 'OPEN' && page && <Link page={page}>Resolve it on the project page</Link>}
        {entry.state === 'OPEN' && <RemedyLinks entry={entry} />}
      </Notice>
      <HandlingLabels handling={handling} />
      <Details
        details={[
          ['State', entry.state === 'OPEN' ? 'Open' : <>Resolved <When time={entry.resolvedAt} /></>],
          ['Class', inWords(entry.class)],
          ['Field', entry.field],
          ['Connection', entry.connection && <Link page={`apps/${entry.connection}`}>{nameOf(entry.connection)}</Link>],
          ['Subject', page ? <Link page={page}>{subjectOf(entry)}</Link> : subjectOf(entry)],
          ['Step', entry.stepTitle ? `${entry.stepTitle} (${entry.step})` : entry.step],
          ['Cause', entry.problem && <Link page='log' filters={{ problem: entry.problem, view: 'entries', state: 'ALL' }}>All entries of this cause</Link>],
          ['Last occurrence', <><When time={entry.lastAt} />{entry.occurrences > 1 && <> ({entry.occurrences} occurrences, first <When time={entry.createdAt} />)</>}</>],
          ['Job', entry.jobId && <>{page ? <Link page={`${page}/jobs/${entry.jobId}`}>{entry.jobId}</Link> : entry.jobId}{`: ${(entry.jobState ?? '').toLowerCase()}, attempt ${entry.jobAttempts ?? 0}`}</>],
        ]}
      />
      <EntrySteps entry={entry} />
      {texts.map(
        ([title, text]) =>
          text && (
            <React.Fragment key={title}>
              <Content component='h2'>{title}</Content>
              <JsonView title={title} text={text} />
            </React.Fragment>
          )
      )}
      <PastReplays replays={entry.replays ?? []} />
    </>
  )
}

function subjectOf({ subject, subjectName }: LogDetail): string | undefined {
  return subjectName && subject ? `${subjectName} (${subject})` : subject
}
