export interface Bar {
  x: number
  height: number
  width: number
}

export const WIDTH = 420
export const HEIGHT = 60
const GAP = 4

/** The bars of a chart, each at least a pixel high if there is anything to show; `full` is the value of the whole height. */
export function barsOf(values: number[], full = 1): Bar[] {
  const most = Math.max(full, ...values)
  const step = WIDTH / Math.max(1, values.length)
  return values.map((value, position) => ({ x: position * step + GAP / 2, width: step - GAP, height: value === 0 ? 0 : Math.max(2, Math.round((HEIGHT * value) / most)) }))
}

/** The chart in a sentence. */
export function summaryOf(days: { day: string; failures: number }[]): string {
  const sum = days.reduce((all, one) => all + one.failures, 0)
  const worst = days.reduce((most, one) => (one.failures > most.failures ? one : most), { day: '', failures: 0 })
  if (sum === 0) return 'No failures in the last 14 days.'
  const failures = `${sum.toLocaleString('en')} ${sum === 1 ? 'failure' : 'failures'} in the last 14 days`
  return worst.failures === sum ? `${failures}, on ${worst.day}.` : `${failures}, most on ${worst.day}: ${worst.failures.toLocaleString('en')}.`
}

/** The calls to PSAs in an hour, with the connection that used most of its hourly budget. */
export interface HourOfCalls {
  hour: string
  calls: number
  usedPercent?: number
  connection?: string
}

/** The bars show the used share of the budget if there is a limit, otherwise the calls. */
export function callBars(hours: HourOfCalls[]): Bar[] {
  return hasLimit(hours) ? barsOf(hours.map(hour => hour.usedPercent ?? 0), 100) : barsOf(hours.map(hour => hour.calls))
}

export const hasLimit = (hours: HourOfCalls[]) => hours.some(hour => hour.usedPercent !== undefined)

/** The calls of a day in a sentence; the connection is named unless all are its own. */
export function callSummaryOf(hours: HourOfCalls[], clock: (hour: string) => string, isOfOne: boolean): string {
  const sum = hours.reduce((all, one) => all + one.calls, 0)
  if (sum === 0) return 'No calls in the last 24 hours.'
  const calls = `${sum.toLocaleString('en')} ${sum === 1 ? 'call' : 'calls'} in the last 24 hours`
  const most = hours.reduce((worst, one) => ((one.usedPercent ?? -1) > (worst.usedPercent ?? -1) ? one : worst))
  if (most.usedPercent !== undefined) return `${calls}. At most ${most.usedPercent}% of ${isOfOne ? 'the hourly budget' : `the hourly budget of ${most.connection}`} used, at ${clock(most.hour)}.`
  const busiest = hours.reduce((worst, one) => (one.calls > worst.calls ? one : worst))
  return `${calls}, most at ${clock(busiest.hour)}: ${busiest.calls.toLocaleString('en')}. There is no hourly limit.`
}
