import React from 'react'
import { Content, ExpandableSection } from '@patternfly/react-core'
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table'
import { overviewCharts } from '../hub/overview'
import { useData } from '../ui/useData'
import { When } from '../ui/When'
import { barsOf, HEIGHT, summaryOf, WIDTH } from './bars'

const LIVE_MILLIS = 60000

/** Failures of the last two weeks and what waits, of one connection or of all. */
export const Charts: React.FC<{ connection?: string }> = ({ connection }) => {
  const { data } = useData(signal => overviewCharts(connection, signal), `charts ${connection ?? ''}`, LIVE_MILLIS)
  if (!data) return null
  const days = data.failuresByDay
  const bars = barsOf(days.map(day => day.failures))
  return (
    <section aria-label='Failures by day'>
      <Content component='h2'>Failures by day</Content>
      <p>{summaryOf(days)}</p>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT + 2}`} role='img' aria-label={`Failures by day. ${summaryOf(days)}`} style={{ width: '100%', maxWidth: `${WIDTH}px`, height: 'auto', display: 'block' }}>
        {bars.map((bar, position) => (
          <rect key={days[position]!.day} x={bar.x} y={HEIGHT - bar.height} width={bar.width} height={bar.height} rx={1} fill='var(--pf-t--global--color--status--danger--default, #c9190b)'>
            <title>{`${days[position]!.day}: ${days[position]!.failures.toLocaleString('en')}`}</title>
          </rect>
        ))}
        <line x1={0} x2={WIDTH} y1={HEIGHT + 1} y2={HEIGHT + 1} stroke='currentColor' strokeOpacity={0.4} />
      </svg>
      <ExpandableSection toggleText='As a table'>
        <Table aria-label='Failures by day' variant='compact'>
          <Thead>
            <Tr>
              <Th>Day (UTC)</Th>
              <Th>Failures</Th>
            </Tr>
          </Thead>
          <Tbody>
            {days.map(({ day, failures }) => (
              <Tr key={day}>
                <Td dataLabel='Day (UTC)'>{day}</Td>
                <Td dataLabel='Failures'>{failures.toLocaleString('en')}</Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      </ExpandableSection>
      <p>
        {data.jobsWaiting === 0 ? 'No job is due and waiting.' : `${data.jobsWaiting.toLocaleString('en')} ${data.jobsWaiting === 1 ? 'job is' : 'jobs are'} due and waiting, the oldest since `}
        {data.jobsWaiting > 0 && <When time={data.oldestDueAt} />}
      </p>
    </section>
  )
}
