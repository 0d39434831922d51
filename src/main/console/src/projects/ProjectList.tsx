import React from 'react'
import { Spinner } from '@patternfly/react-core'
import { query } from '../hub/http'
import { allProjects, projects, type Project } from '../hub/projects'
import { CsvLink } from '../ui/CsvLink'
import { FilterBar } from '../ui/FilterBar'
import { FilterSelect } from '../ui/FilterSelect'
import { FilterText } from '../ui/FilterText'
import { usePlace } from '../ui/location'
import { Nothing } from '../ui/Nothing'
import { Page } from '../ui/Page'
import { Pager } from '../ui/Pager'
import { Trouble } from '../ui/Trouble'
import { useRows } from '../ui/useRows'
import { ALL_CONNECTIONS, OneConnection } from '../ui/OneConnection'
import { useData } from '../ui/useData'
import { ProjectTable } from './ProjectTable'
import { STATES } from './states'

const STATUSES = ['building', 'technical_approval', 'sales_approval', 'business_approval', 'approved', 'won', 'lost', 'canceled']

export const ProjectList: React.FC = () => {
  const { filters, filter } = usePlace('projects')
  return (
    <Page title='Projects' about='ScopeStack projects and their state in the PSA.'>
      <OneConnection value={filters['connection'] ?? ''}>
        {(connection, choose) => (
          <>
            <FilterBar>
              <FilterText label='Name or client' value={filters['search'] ?? ''} onChange={search => filter({ search })} />
              {choose(id => filter({ connection: id }))}
              <FilterSelect label='ScopeStack' value={filters['status'] ?? ''} options={STATUSES.map(value => ({ value, label: value.replaceAll('_', ' ') }))} onChange={status => filter({ status })} />
              <FilterSelect label='PSA' value={filters['state'] ?? ''} options={STATES} onChange={state => filter({ state })} />
              <CsvLink path={connection === ALL_CONNECTIONS ? '/api/projects/export' : `${projects.list(connection)}/export`} filters={askedOf(filters)} />
            </FilterBar>
            <Shown connection={connection} filters={askedOf(filters)} />
          </>
        )}
      </OneConnection>
    </Page>
  )
}

function askedOf(filters: Record<string, string>): Record<string, string> {
  return { search: filters['search'] ?? '', status: filters['status'] ?? '', state: filters['state'] ?? '' }
}

const Shown: React.FC<{ connection: string; filters: Record<string, string> }> = ({ connection, filters }) =>
  connection === ALL_CONNECTIONS ? <AllList filters={filters} /> : <List connection={connection} filters={filters} />

/** Those that need a person, or what a search finds. */
const AllList: React.FC<{ filters: Record<string, string> }> = ({ filters }) => {
  const found = useData(signal => allProjects(filters, signal), `all ${query(filters)}`, 5000)
  const rows = found.data?.projects
  return (
    <>
      <Trouble failure={found.failure} again={found.reload} />
      {!rows && found.loading && <Spinner aria-label='Loading' />}
      {!filters['search'] && <p>Projects that run, failed or need a decision. Search to find others, or choose a connection to list all of its projects.</p>}
      {rows?.length === 0 && <Nothing title={Object.values(filters).some(Boolean) ? 'No projects match these filters' : 'Nothing runs, and nothing needs a person'}>Search by name, client or id.</Nothing>}
      {rows && rows.length > 0 && <ProjectTable rows={rows} isOfAll />}
      {found.data?.more && <p>There are more. Narrow the search.</p>}
    </>
  )
}

const List: React.FC<{ connection: string; filters: Record<string, string> }> = ({ connection, filters }) => {
  const list = useRows<Project>(projects.list(connection), 'projects', filters, 5000)
  const isFiltered = Object.values(filters).some(Boolean)
  return (
    <>
      <Trouble failure={list.failure} again={list.reload} />
      {!list.rows && list.loading && <Spinner aria-label='Loading' />}
      {list.rows?.length === 0 && (
        <Nothing title={isFiltered ? 'No projects match these filters' : 'No projects yet'}>
          {isFiltered ? 'Remove a filter to see more.' : 'Projects appear after the first sync: enable the connection and click Sync now under Connected apps.'}
        </Nothing>
      )}
      {list.rows && list.rows.length > 0 && (
        <ProjectTable rows={list.rows.map(project => ({ ...project, connection }))} />
      )}
      <Pager rows={list} />
    </>
  )
}
