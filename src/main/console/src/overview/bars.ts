export interface Bar {
  x: number
  height: number
  width: number
}

export const WIDTH = 420
export const HEIGHT = 60
const GAP = 4

/** The bars of a chart, each at least a pixel high if there is anything to show. */
export function barsOf(values: number[]): Bar[] {
  const most = Math.max(1, ...values)
  const step = WIDTH / Math.max(1, values.length)
  return values.map((value, position) => ({ x: position * step + GAP / 2, width: step - GAP, height: value === 0 ? 0 : Math.max(2, Math.round((HEIGHT * value) / most)) }))
}

/** The chart in a sentence. */
export function summaryOf(days: { day: string; failures: number }[]): string {
  const sum = days.reduce((all, one) => all + one.failures, 0)
  const worst = days.reduce((most, one) => (one.failures > most.failures ? one : most), { day: '', failures: 0 })
  return sum === 0 ? 'No failures in the last 14 days.' : `${sum.toLocaleString('en')} in the last 14 days, most on ${worst.day}: ${worst.failures.toLocaleString('en')}.`
}
