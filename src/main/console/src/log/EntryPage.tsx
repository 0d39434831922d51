import React, { useState } from 'react'
import { Alert, Button, Content, Spinner } from '@patternfly/react-core'
import { inWords, wordsOf } from '../hub/jobs'
import { entry as load, pageOf, type LogDetail } from '../hub/log'
import { OPERATORS_DO } from '../hub/me'
import { Details } from '../ui/Details'
import { JsonView } from '../ui/JsonView'
import { Link } from '../ui/Link'
import { open } from '../ui/location'
import { Page } from '../ui/Page'
import { ReasonedButton } from '../ui/ReasonedButton'
import { spoken } from '../ui/spoken'
import { Trouble } from '../ui/Trouble'
import { useData } from '../ui/useData'
import { useRights } from '../ui/useRights'
import { When } from '../ui/When'
import { ConfirmClosing, asksToClose } from './ConfirmClosing'
import { PastReplays } from './PastReplays'
import { ReplayDialog } from './ReplayDialog'

/** One failure in full: raw, mapped, request, response. */
export const EntryPage: React.FC<{ id: string }> = ({ id }) => {
  const { data, failure, loading, reload } = useData(signal => load(id, signal), id, 5000)
  const { operate } = useRights()
  const [replaying, setReplaying] = useState(false)
  return (
    <Page
      title={`Log entry ${id}`}
      about={data ? [wordsOf(data.flow), data.subject, data.step].filter(Boolean).join(', ') : ''}
      actions={[
        data && asksToClose(data) && <ConfirmClosing key='close' entry={data} onChange={reload} />,
        <ReasonedButton key='replay' because={!operate ? OPERATORS_DO : data && data.jobId === undefined ? 'This entry has no job that could be replayed.' : undefined} isDisabled={!data} onClick={() => setReplaying(true)}>
          Replay
        </ReasonedButton>,
        <Button key='back' variant='link' onClick={() => open('log')}>
          All entries
        </Button>,
      ].filter(Boolean)}
    >
      <Trouble failure={failure} again={reload} />
      {!data && loading && <Spinner aria-label='Loading' />}
      {data && <Whole entry={data} />}
      {replaying && data && <ReplayDialog request={{ entries: [data.id] }} payload={data.raw} step={data.step} mapped={data.mapped} onClose={() => setReplaying(false)} />}
    </Page>
  )
}

const Whole: React.FC<{ entry: LogDetail }> = ({ entry }) => {
  const page = pageOf(entry)
  const texts: [string, string | undefined][] = [
    ['Raw', entry.raw],
    ['Mapped', entry.mapped === undefined ? undefined : JSON.stringify(entry.mapped)],
    ['Request', entry.request],
    ['Response', entry.response],
    ['Stack trace', entry.stackTrace],
  ]
  return (
    <>
      <Alert isInline variant={entry.state === 'OPEN' ? 'danger' : 'success'} title={spoken(entry.cause)}>
        {spoken(entry.remedy)}{' '}
        {(entry.class === 'OUTCOME_UNKNOWN' || entry.class === 'DUPLICATE') && entry.state === 'OPEN' && page && <Link page={page}>Resolve it on the project page</Link>}
      </Alert>
      <Details
        details={[
          ['State', entry.state === 'OPEN' ? 'Open' : <>Resolved <When time={entry.resolvedAt} /></>],
          ['Class', inWords(entry.class)],
          ['Field', entry.field],
          ['Connection', entry.connection && <Link page={`apps/${entry.connection}`}>{entry.connection}</Link>],
          ['Subject', page ? <Link page={page}>{entry.subject}</Link> : entry.subject],
          ['Step', entry.step],
          ['Last occurrence', <><When time={entry.lastAt} />{entry.occurrences > 1 && <> ({entry.occurrences} occurrences, first <When time={entry.createdAt} />)</>}</>],
          ['Job', entry.jobId && `${entry.jobId}: ${(entry.jobState ?? '').toLowerCase()}, attempt ${entry.jobAttempts ?? 0}`],
        ]}
      />
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
