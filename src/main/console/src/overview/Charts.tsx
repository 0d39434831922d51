import React from 'react'
import { Grid, GridItem } from '@patternfly/react-core'
import { overviewCharts } from '../hub/overview'
import { hourAndMinute } from '../ui/time'
import { useData } from '../ui/useData'
import { When } from '../ui/When'
import { barsOf, callBars, callSummaryOf, hasLimit, summaryOf } from './bars'
import { Chart } from './Chart'

const LIVE_MILLIS = 60000

/** Failures of the last two weeks, calls of the last day and what waits, of one connection or of all. */
export const Charts: React.FC<{ connection?: string }> = ({ connection }) => {
  const { data } = useData(signal => overviewCharts(connection, signal), `charts ${connection ?? ''}`, LIVE_MILLIS)
  if (!data) return null
  const days = data.failuresByDay
  const hours = data.callsByHour
  const isOfOne = connection !== undefined
  const used = hasLimit(hours) ? ['Budget used'] : []
  return (
    <>
      <Grid hasGutter lg={6}>
        <GridItem>
          <Chart
            title='Failures by day'
            summary={summaryOf(days)}
            bars={barsOf(days.map(day => day.failures))}
            color='var(--pf-t--global--color--status--danger--default, #c9190b)'
            columns={['Day (UTC)', 'Failures']}
            rows={days.map(({ day, failures }) => [day, failures.toLocaleString('en')])}
          />
        </GridItem>
        <GridItem>
          <Chart
            title={hasLimit(hours) ? 'Call budget by hour' : 'Calls by hour'}
            summary={callSummaryOf(hours, hourAndMinute, isOfOne)}
            bars={callBars(hours)}
            color='var(--pf-t--global--color--brand--default, #0066cc)'
            columns={['Hour', 'Calls to the PSA', ...used, ...(isOfOne ? [] : used.map(() => 'Most used by'))]}
            rows={hours.map(hour => [
              hourAndMinute(hour.hour),
              hour.calls.toLocaleString('en'),
              ...used.map(() => (hour.usedPercent === undefined ? '' : `${hour.usedPercent}%`)),
              ...(isOfOne ? [] : used.map(() => hour.connection ?? '')),
            ])}
          />
        </GridItem>
      </Grid>
      <p>
        {data.jobsWaiting === 0 ? 'No job is due and waiting.' : `${data.jobsWaiting.toLocaleString('en')} ${data.jobsWaiting === 1 ? 'job is' : 'jobs are'} due and waiting, the oldest since `}
        {data.jobsWaiting > 0 && <When time={data.oldestDueAt} />}
      </p>
    </>
  )
}
