import type { Figures, Line } from '../hub/overview'

/** The page summed up in one sentence. */
export function headline(lines: Line[]): { variant: 'success' | 'warning' | 'danger' | 'info'; text: string } {
  const enabled = lines.filter(line => line.state.enabled)
  const broken = enabled.filter(line => line.state.status === 'NEEDS_ATTENTION')
  const failing = enabled.filter(line => line.failuresOpen > 0)
  if (broken.length > 0) return { variant: 'danger', text: `${names(broken)} ${broken.length === 1 ? 'needs' : 'need'} attention.` }
  if (failing.length > 0) return { variant: 'warning', text: `All connections work; there are open failures in ${names(failing)}.` }
  if (enabled.length === 0) return { variant: 'info', text: 'No connection is enabled. Nothing runs.' }
  return { variant: 'success', text: 'All connections work.' }
}

/** The used share of the hourly budget, in percent if there is a limit, and whether the tenant is paused. */
export function budgetOf(figures: Figures): { percent: number | undefined; text: string } {
  const paused = figures.pausedUntil ? ', paused' : ''
  if (figures.budget === 0) return { percent: undefined, text: `${figures.callsLastHour.toLocaleString('en')}, no limit${paused}` }
  const percent = Math.min(100, Math.round((100 * figures.callsLastHour) / figures.budget))
  return { percent, text: `${figures.callsLastHour.toLocaleString('en')} of ${figures.budget.toLocaleString('en')}${paused}` }
}

function names(lines: Line[]): string {
  return lines.map(line => line.name).join(', ')
}
