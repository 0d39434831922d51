import React from 'react'
import { Content, Spinner } from '@patternfly/react-core'
import { connections, systems, type Connection, type Psa } from '../hub/connections'
import { isOver } from '../hub/jobs'
import { projects, type Job, type WholeProject } from '../hub/projects'
import { Notice } from '../ui/Notice'
import { act } from '../ui/act'
import { Details } from '../ui/Details'
import { Link } from '../ui/Link'
import { backTo, open } from '../ui/location'
import { Page } from '../ui/Page'
import { ReasonedButton } from '../ui/ReasonedButton'
import { Trouble } from '../ui/Trouble'
import { useData } from '../ui/useData'
import { useRights } from '../ui/useRights'
import { When } from '../ui/When'
import { actionsOf, type Action, type Actions } from './actions'
import { CancelJob } from './CancelJob'
import { JobProgress } from './JobProgress'
import { JobTable } from './JobTable'
import { leftBy } from './jobs'
import { LinkedOpportunity } from './LinkedOpportunity'
import { OpenFailures } from './OpenFailures'
import { ProjectState } from './states'
import { StepTable } from './StepTable'

const LIVE_MILLIS = 1500

/** One project: its objects in the PSA, its failures, and the available actions. */
export const ProjectPage: React.FC<{ connection: string; project: string }> = ({ connection, project }) => {
  const { data, failure, loading, reload } = useData(signal => projects.one(connection, project, signal), `${connection} ${project}`, LIVE_MILLIS)
  const { operate } = useRights()
  const [app, psas] = useData<[Connection, Psa[]]>(signal => Promise.all([connections.one(connection, signal), systems(signal)]), connection).data ?? []
  const actions = actionsOf(data, app, psas?.find(one => one.id === app?.system), operate)
  const running = data && underWay(data)
  const isThere = (data?.steps.length ?? 0) > 0
  const button = (action: Action | undefined, text: string, ask: () => Promise<{ job: number }>, done: string) =>
    action && (
      <ReasonedButton key={text} variant='secondary' because={action.because} onClick={() => void act(ask, done).then(reload)}>
        {text}
      </ReasonedButton>
    )
  return (
    <Page
      title={data?.name ?? `Project ${project}`}
      about={[`Project ${project} of ${app?.name ?? connection}`, data?.client].filter(Boolean).join(', ')}
      actions={[
        running && <CancelJob key='cancel' job={running} onDone={reload} />,
        <ReasonedButton key='create' because={actions.create.because} onClick={() => open(`projects/${connection}/${project}/create`)}>
          {isThere ? 'Resubmit' : 'Create PSA project'}
        </ReasonedButton>,
        button(actions.updateCrm, 'Update CRM', () => projects.updateCrm(connection, project), 'Revenue update started.'),
        button(actions.salesOrder, 'Create Sales Order', () => projects.salesOrder(connection, project), 'Sales order requested.'),
        <ReasonedButton key='back' variant='link' onClick={() => backTo('projects')}>
          All projects
        </ReasonedButton>,
      ].filter(Boolean)}
    >
      <Trouble failure={failure} again={reload} />
      {!data && loading && <Spinner aria-label='Loading' />}
      {data && <Whole connection={connection} project={data} actions={actions} reload={reload} />}
    </Page>
  )
}

const Whole: React.FC<{ connection: string; project: WholeProject; actions: Actions; reload: () => void }> = ({ connection, project, actions, reload }) => {
  const running = underWay(project)
  const push = project.jobs.find(job => job.flow === 'push-project')
  return (
    <>
      {(!project.gates || project.gates.push) && (
        <Notice variant='info' title={project.gates?.push?.cause ?? 'The hub has not seen the project in ScopeStack yet.'}>
          Approve it in ScopeStack, then click Sync now.
        </Notice>
      )}
      {push?.state === 'CANCELLED' && push.cancellation && (
        <Notice variant='info' title={`The push was cancelled by ${push.cancellation.by}: ${push.cancellation.reason}`}>
          {leftBy(project.steps)}
        </Notice>
      )}
      {project.stale && (
        <Notice variant='warning' title='The project was rescoped after it was pushed.'>
          Resubmit it after it is approved again: new services are added, nothing else is changed.
        </Notice>
      )}
      <Details
        details={[
          ['PSA', <ProjectState state={project.state} />],
          ['PSA project', project.link && <a href={project.link} target='_blank' rel='noreferrer noopener'>Open in the PSA</a>],
          ['ScopeStack', project.status && <>{project.status.replaceAll('_', ' ')} {project.scopeStackLink && <a href={project.scopeStackLink} target='_blank' rel='noreferrer noopener'>Open in ScopeStack</a>}</>],
          ['Approved', project.approvedAt && <When time={project.approvedAt} />],
          ['Opportunity', project.status && <LinkedOpportunity connection={connection} project={project.id} crmOpportunity={project.opportunity} because={actions.link.because} onChange={reload} />],
          ['Failures', <Link page='log' filters={{ connection, subject: `project:${project.id}`, state: 'ALL' }}>Show in the log</Link>],
        ]}
      />
      {running && <JobProgress job={running} />}
      {!running && <OpenFailures connection={connection} subjects={[`project:${project.id}`, `link:${project.id}`, ...Object.keys(project.related)]} />}
      {!running && !actions.create.because && project.steps.length === 0 && <p>Nothing has been created in the PSA yet. Create PSA project first shows a preview.</p>}
      {project.steps.length > 0 && <StepTable title='In the PSA' connection={connection} project={project.id} steps={project.steps} isRunning={running !== undefined} reload={reload} />}
      {Object.entries(project.related).map(([subject, other]) => (
        <StepTable key={subject} title={titleOf(subject)} connection={connection} project={project.id} steps={other.steps} isRunning={running !== undefined} reload={reload} />
      ))}
      {project.jobs.length > 0 && (
        <>
          <Content component='h2'>History</Content>
          <JobTable jobs={project.jobs} page={`projects/${connection}/${project.id}`} />
        </>
      )}
    </>
  )
}

/** The running job, or else the first that waits. */
function underWay({ jobs }: WholeProject): Job | undefined {
  const open = jobs.filter(job => !isOver(job))
  return open.find(job => job.state === 'RUNNING') ?? open.at(-1)
}

/** The title of a related subject, such as `revenue:90001`. */
function titleOf(subject: string): string {
  const kind = subject.replace(/:.*/, '').replaceAll('-', ' ')
  return kind === 'revenue' ? 'Opportunity revenue' : kind[0]!.toUpperCase() + kind.slice(1)
}
