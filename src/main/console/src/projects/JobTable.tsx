import React from 'react'
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table'
import { wordsOf } from '../hub/jobs'
import type { Job } from '../hub/projects'
import { When } from '../ui/When'
import { JobMappings } from './JobMappings'

const COUNTED = ['created', 'updated', 'existing', 'failed', 'blocked']

/** The jobs of a project, newest first. */
export const JobTable: React.FC<{ jobs: Job[] }> = ({ jobs }) => (
  <Table aria-label='Jobs' variant='compact'>
    <Thead>
      <Tr>
        <Th modifier='wrap'>Job</Th>
        <Th modifier='wrap'>Flow</Th>
        <Th modifier='wrap'>Requested by</Th>
        <Th modifier='wrap'>State</Th>
        <Th modifier='wrap'>Result</Th>
        <Th modifier='wrap'>Created</Th>
      </Tr>
    </Thead>
    <Tbody>
      {jobs.map(job => (
        <Tr key={job.id}>
          <Td dataLabel='Job'>
            <JobMappings job={job.id} />
          </Td>
          <Td dataLabel='Flow'>{wordsOf(job.flow)}</Td>
          <Td dataLabel='Requested by'>{job.source}</Td>
          <Td dataLabel='State'>
            {job.state.toLowerCase()}
            {job.attempts > 1 && `, attempt ${job.attempts}`}
          </Td>
          <Td dataLabel='Result'>
            {COUNTED.filter(name => Number(job.result?.[name]) > 0)
              .map(name => `${String(job.result?.[name])} ${name}`)
              .join(', ')}
          </Td>
          <Td dataLabel='Created'>
            <When time={job.createdAt} />
          </Td>
        </Tr>
      ))}
    </Tbody>
  </Table>
)
