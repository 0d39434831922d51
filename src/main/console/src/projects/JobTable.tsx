import React from 'react'
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table'
import { wordsOf } from '../hub/jobs'
import type { Job } from '../hub/projects'
import { Link } from '../ui/Link'
import { spoken } from '../ui/spoken'
import { When } from '../ui/When'
import { askedBy, countsOf } from './jobs'

/** The jobs of a project, newest first. */
export const JobTable: React.FC<{ jobs: Job[]; page: string }> = ({ jobs, page }) => (
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
            <Link page={`${page}/jobs/${job.id}`}>{job.id}</Link>
          </Td>
          <Td dataLabel='Flow'>{wordsOf(job.flow)}</Td>
          <Td dataLabel='Requested by'>{askedBy(job)}</Td>
          <Td dataLabel='State'>
            {job.state.toLowerCase()}
            {job.attempts > 1 && `, attempt ${job.attempts}`}
            {job.waitsFor && `. ${spoken(job.waitsFor)}`}
          </Td>
          <Td dataLabel='Result'>
            {countsOf(job)}
          </Td>
          <Td dataLabel='Created'>
            <When time={job.createdAt} />
          </Td>
        </Tr>
      ))}
    </Tbody>
  </Table>
)
