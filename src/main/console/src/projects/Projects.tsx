import React from 'react'
import { usePlace } from '../ui/location'
import { NoSuchPage } from '../ui/NoSuchPage'
import { CreatePage } from './CreatePage'
import { JobPage } from './JobPage'
import { ProjectList } from './ProjectList'
import { ProjectPage } from './ProjectPage'

/** Projects of a connection, one of them, or the form that creates it in the PSA. */
export const Projects: React.FC = () => {
  const [connection, project, what, id] = usePlace('projects').rest.split('/')
  if (!connection || !project) return <ProjectList />
  const key = `${connection}/${project}`
  if (what === 'jobs' && id) return <JobPage key={`${key}/${id}`} connection={connection} project={project} id={id} />
  if (what && (what !== 'create' || id)) return <NoSuchPage page='projects' title='Projects' />
  return what ? <CreatePage key={key} connection={connection} project={project} /> : <ProjectPage key={key} connection={connection} project={project} />
}
