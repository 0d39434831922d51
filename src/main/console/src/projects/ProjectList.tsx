import React from 'react'
import { Spinner } from '@patternfly/react-core'
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table'
import { projects, type Project } from '../hub/projects'
import { FilterBar } from '../ui/FilterBar'
import { FilterSelect } from '../ui/FilterSelect'
import { FilterText } from '../ui/FilterText'
import { Link } from '../ui/Link'
import { usePlace } from '../ui/location'
import { Nothing } from '../ui/Nothing'
import { Page } from '../ui/Page'
import { Pager } from '../ui/Pager'
import { Trouble } from '../ui/Trouble'
import { useRows } from '../ui/useRows'
import { When } from '../ui/When'
import { OneConnection } from '../ui/OneConnection'
import { ProjectState, STATES } from './states'

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
            </FilterBar>
            <List connection={connection} filters={{ search: filters['search'] ?? '', status: filters['status'] ?? '', state: filters['state'] ?? '' }} />
          </>
        )}
      </OneConnection>
    </Page>
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
        <Table aria-label='Projects' variant='compact'>
          <Thead>
            <Tr>
              <Th modifier='wrap'>Project</Th>
              <Th width={30} modifier='wrap'>Name</Th>
              <Th modifier='wrap'>Client</Th>
              <Th modifier='wrap'>ScopeStack</Th>
              <Th modifier='wrap'>PSA</Th>
              <Th modifier='wrap'>Changed</Th>
            </Tr>
          </Thead>
          <Tbody>
            {list.rows.map(project => (
              <Tr key={project.id}>
                <Td dataLabel='Project'>
                  <Link page={`projects/${connection}/${project.id}`}>{project.id}</Link>
                </Td>
                <Td dataLabel='Name' modifier='breakWord'>
                  {project.name}
                </Td>
                <Td dataLabel='Client'>{project.client}</Td>
                <Td dataLabel='ScopeStack'>{project.status?.replaceAll('_', ' ')}</Td>
                <Td dataLabel='PSA'>
                  <ProjectState state={project.state} />
                </Td>
                <Td dataLabel='Changed'>
                  <When time={project.changedAt} />
                </Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
      <Pager rows={list} />
    </>
  )
}
