import React from 'react'
import { Alert, Button, Content, Spinner } from '@patternfly/react-core'
import { projects, type WholeProject } from '../hub/projects'
import { act } from '../ui/act'
import { Facts } from '../ui/Facts'
import { Link } from '../ui/Link'
import { open } from '../ui/location'
import { Page } from '../ui/Page'
import { Trouble } from '../ui/Trouble'
import { useData } from '../ui/useData'
import { useRights } from '../ui/useRights'
import { When } from '../ui/When'
import { JobProgress } from './JobProgress'
import { JobTable } from './JobTable'
import { ProjectState } from './states'
import { StepTable } from './StepTable'

const LIVE_MILLIS = 1500
const CAN_BE_CREATED = ['approved', 'won']

/** Everything about one project: what is in the PSA, what failed, and what can be done. */
export const ProjectPage: React.FC<{ connection: string; project: string }> = ({ connection, project }) => {
  const { data, failure, loading, reload } = useData(signal => projects.one(connection, project, signal), `${connection} ${project}`, LIVE_MILLIS)
  const { operate } = useRights()
  const isApproved = CAN_BE_CREATED.includes(data?.status ?? '')
  const isThere = (data?.steps.length ?? 0) > 0
  const button = (text: string, ask: () => Promise<{ job: number }>, done: string) => (
    <Button key={text} variant='secondary' isDisabled={!operate || !isApproved} onClick={() => void act(ask, done).then(reload)}>
      {text}
    </Button>
  )
  return (
    <Page
      title={data?.name ?? `Project ${project}`}
      about={[`Project ${project} of ${connection}`, data?.client].filter(Boolean).join(', ')}
      actions={[
        <Button key='create' isDisabled={!operate || !isApproved} onClick={() => open(`projects/${connection}/${project}/create`)}>
          {isThere ? 'Resubmit' : 'Create PSA project'}
        </Button>,
        button('Update CRM', () => projects.updateCrm(connection, project), 'The revenue of the opportunity is brought up to date.'),
        button('Create Sales Order', () => projects.salesOrder(connection, project), 'The sales order is being made.'),
        <Button key='back' variant='link' onClick={() => open('projects', { connection })}>
          All projects
        </Button>,
      ]}
    >
      <Trouble failure={failure} again={reload} />
      {!data && loading && <Spinner aria-label='Loading' />}
      {data && <Whole connection={connection} project={data} isApproved={isApproved} reload={reload} />}
    </Page>
  )
}

const Whole: React.FC<{ connection: string; project: WholeProject; isApproved: boolean; reload: () => void }> = ({ connection, project, isApproved, reload }) => {
  const running = project.jobs.find(job => job.state === 'RUNNING' || job.state === 'WAITING')
  return (
    <>
      {!isApproved && (
        <Alert isInline variant='info' title={`The project is ${project.status?.replaceAll('_', ' ') ?? 'not known yet'}: only an approved one can be created in the PSA.`}>
          Have it approved in ScopeStack, then press Sync now.
        </Alert>
      )}
      {project.stale && (
        <Alert isInline variant='warning' title='It was rescoped after it was pushed.'>
          When it is approved again, resubmit it: new services are added, nothing else is changed.
        </Alert>
      )}
      <Facts
        facts={[
          ['PSA', <ProjectState state={project.state} />],
          ['In the PSA', project.link && <a href={project.link} target='_blank' rel='noreferrer noopener'>Open the project there</a>],
          ['ScopeStack', project.status?.replaceAll('_', ' ')],
          ['Approved', project.approvedAt && <When time={project.approvedAt} />],
          ['Opportunity', project.opportunity],
          ['Failures', <Link page='log' filters={{ connection, subject: `project:${project.id}` }}>In the log</Link>],
        ]}
      />
      {running && <JobProgress job={running} />}
      {project.steps.length > 0 && <StepTable connection={connection} project={project} reload={reload} />}
      {project.jobs.length > 0 && (
        <>
          <Content component='h2'>History</Content>
          <JobTable jobs={project.jobs} />
        </>
      )}
    </>
  )
}
