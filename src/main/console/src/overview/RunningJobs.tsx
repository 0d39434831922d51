import React from 'react'
import { Content } from '@patternfly/react-core'
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table'
import { pageOf } from '../hub/log'
import { wordsOf, type AnyJob } from '../hub/jobs'
import { CancelJob } from '../projects/CancelJob'
import { JobProgress } from '../projects/JobProgress'
import { Link } from '../ui/Link'
import { useNames } from '../ui/useNames'
import { When } from '../ui/When'

const MOST = 10

/** Running jobs with progress and remaining time. */
export const RunningJobs: React.FC<{ jobs: AnyJob[]; reload: () => void }> = ({ jobs, reload }) => {
  const nameOf = useNames()
  return (
  <>
    <Content component='h2'>Running now</Content>
    {jobs.length === 0 ? (
      <p>None.</p>
    ) : (
      <Table aria-label='Running now' variant='compact'>
        <Thead>
          <Tr>
            <Th modifier='wrap'>Flow</Th>
            <Th modifier='wrap'>Connection</Th>
            <Th modifier='wrap'>Subject</Th>
            <Th modifier='wrap'>Started</Th>
            <Th width={40} modifier='wrap'>Progress</Th>
            <Th screenReaderText='Actions' />
          </Tr>
        </Thead>
        <Tbody>
          {jobs.slice(0, MOST).map(job => (
            <Row key={job.id} job={job} name={nameOf(job.connection)} page={pageOf(job)} reload={reload} />
          ))}
        </Tbody>
      </Table>
    )}
    {jobs.length > MOST && <p>and {(jobs.length - MOST).toLocaleString('en')} more.</p>}
  </>
  )
}

const Row: React.FC<{ job: AnyJob; name: string; page: string | undefined; reload: () => void }> = ({ job, name, page, reload }) => (
  <Tr>
    <Td dataLabel='Flow'>{wordsOf(job.flow)}</Td>
    <Td dataLabel='Connection'>
      <Link page={`apps/${job.connection}`}>{name}</Link>
    </Td>
    <Td dataLabel='Subject'>{page ? <Link page={page}>{job.subject}</Link> : job.subject}</Td>
    <Td dataLabel='Started'>
      <When time={job.startedAt} />
    </Td>
    <Td dataLabel='Progress'>{job.total > 0 && <JobProgress job={job} />}</Td>
    <Td dataLabel='Actions'>
      <CancelJob job={job} size='sm' onDone={reload} />
    </Td>
  </Tr>
)
