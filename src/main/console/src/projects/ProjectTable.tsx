import React from 'react'
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table'
import type { AnyProject } from '../hub/projects'
import { Link } from '../ui/Link'
import { useNames } from '../ui/useNames'
import { When } from '../ui/When'
import { ProjectState } from './states'

/** Projects of one connection, or of all. */
export const ProjectTable: React.FC<{ rows: AnyProject[]; isOfAll?: boolean }> = ({ rows, isOfAll = false }) => {
  const nameOf = useNames()
  return (
        <Table aria-label='Projects' variant='compact'>
          <Thead>
            <Tr>
              <Th modifier='wrap'>Project</Th>
              <Th width={30} modifier='wrap'>Name</Th>
              {isOfAll && <Th modifier='wrap'>Connection</Th>}
              <Th modifier='wrap'>Client</Th>
              <Th modifier='wrap'>ScopeStack</Th>
              <Th modifier='wrap'>PSA</Th>
              <Th modifier='wrap'>Changed</Th>
            </Tr>
          </Thead>
          <Tbody>
            {rows.map(project => (
              <Tr key={`${project.connection} ${project.id}`}>
                <Td dataLabel='Project'>
                  <Link page={`projects/${project.connection}/${project.id}`}>{project.id}</Link>
                </Td>
                <Td dataLabel='Name' modifier='breakWord'>
                  {project.name}
                </Td>
                {isOfAll && <Td dataLabel='Connection'>{nameOf(project.connection)}</Td>}
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
  )
}
