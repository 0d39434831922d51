import React, { useState } from 'react'
import { Button, Spinner } from '@patternfly/react-core'
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table'
import { inWords, isOver as hasEnded, jobs, wordsOf } from '../hub/jobs'
import type { PlannedAction } from '../hub/projects'
import { Details } from '../ui/Details'
import { Link } from '../ui/Link'
import { Notice } from '../ui/Notice'
import { backTo } from '../ui/location'
import { NoSuchPage } from '../ui/NoSuchPage'
import { Page } from '../ui/Page'
import { spoken } from '../ui/spoken'
import { Trouble } from '../ui/Trouble'
import { useData } from '../ui/useData'
import { useNames } from '../ui/useNames'
import { When } from '../ui/When'
import { CancelJob } from './CancelJob'
import { JobMappings } from './JobMappings'
import { JobProgress } from './JobProgress'
import { askedBy, countsOf, leftByJob } from './jobs'
import { StepAction } from './states'
import { StepDialog } from './StepDialog'

const LIVE_MILLIS = 1500

interface StepResult {
  key: string
  title: string
  action: PlannedAction
  reason?: string
  remoteId?: string
  link?: string
}

/** One job of a project: who asked for it, when it ran, and what became of each step. */
export const JobPage: React.FC<{ connection: string; project: string; id: string }> = ({ connection, project, id }) => {
  const nameOf = useNames()
  const [isOver, setOver] = useState(false)
  const [shown, setShown] = useState<StepResult>()
  const { data, failure, loading, reload } = useData(signal => jobs.one(Number(id), signal), `job ${id}`, isOver ? undefined : LIVE_MILLIS)
  if (data && hasEnded(data) && !isOver) setOver(true)
  const steps = (data?.steps ?? []) as StepResult[]
  if (data && (data.connection !== connection || !data.subject.endsWith(`:${project}`))) return <NoSuchPage page='projects' title='Projects' />
  return (
    <Page
      title={`Job ${id}`}
      about={data ? `${wordsOf(data.flow)}, project ${project} of ${nameOf(connection)}` : ''}
      actions={[
        data && !isOver && <CancelJob key='cancel' job={data} onDone={reload} />,
        <Button key='back' variant='link' onClick={() => backTo(`projects/${connection}/${project}`)}>
          Project
        </Button>,
      ].filter(Boolean)}
    >
      <Trouble failure={failure} again={reload} />
      {!data && loading && <Spinner aria-label='Loading' />}
      {data && (
        <>
          {data.state === 'CANCELLED' && data.cancellation && (
            <Notice variant='info' title={`Cancelled by ${data.cancellation.by}: ${data.cancellation.reason}`}>
              {leftByJob(data)}
            </Notice>
          )}
          {!isOver && <JobProgress job={data} />}
          <Details
            details={[
              ['State', `${inWords(data.state)}${data.attempts > 1 ? `, attempt ${data.attempts}` : ''}`],
              ['Waits for', data.waitsFor && spoken(data.waitsFor)],
              ['Requested by', askedBy(data)],
              ['Created', <When time={data.createdAt} />],
              ['Started', data.startedAt && <When time={data.startedAt} />],
              ['Finished', data.finishedAt && <When time={data.finishedAt} />],
              ['Result', countsOf(data)],
              ['Mappings', data.mappings && <JobMappings mappings={data.mappings} />],
              ['Failures', <Link page='log' filters={{ connection, subject: data.subject, state: 'ALL' }}>Show in the log</Link>],
            ]}
          />
          {steps.length > 0 && (
            <Table aria-label='Steps of the job' variant='compact'>
              <Thead>
                <Tr>
                  <Th width={50} modifier='wrap'>Step</Th>
                  <Th modifier='wrap'>Action</Th>
                  <Th modifier='wrap'>Record</Th>
                  <Th modifier='wrap'>Reason</Th>
                  <Th screenReaderText='Actions' />
                </Tr>
              </Thead>
              <Tbody>
                {steps.map(step => (
                  <Tr key={step.key}>
                    <Td dataLabel='Step' modifier='breakWord'>{step.title}</Td>
                    <Td dataLabel='Action'>
                      <StepAction what={step.action} />
                    </Td>
                    <Td dataLabel='Record'>{step.link ? <a href={step.link} target='_blank' rel='noreferrer noopener'>{step.remoteId}</a> : step.remoteId}</Td>
                    <Td dataLabel='Reason' modifier='breakWord'>{step.reason && spoken(step.reason)}</Td>
                    <Td dataLabel='Actions'>
                      <Button size='sm' variant='link' aria-label={`Compare ${step.title}`} onClick={() => setShown(step)}>
                        Compare
                      </Button>
                    </Td>
                  </Tr>
                ))}
              </Tbody>
            </Table>
          )}
          {shown && <StepDialog job={data.id} step={shown} onClose={() => setShown(undefined)} />}
        </>
      )}
    </Page>
  )
}
