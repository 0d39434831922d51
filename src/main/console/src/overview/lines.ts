import type { Figures, Group, Summary } from '../hub/overview'

/** The page summed up in one sentence. */
export function headline({ enabled, needAttention, failing }: Summary): { variant: 'success' | 'warning' | 'danger' | 'info'; text: string } {
  if (needAttention.count > 0) return { variant: 'danger', text: `${names(needAttention)} ${needAttention.count === 1 ? 'needs' : 'need'} attention.` }
  if (failing.count > 0) return { variant: 'warning', text: `All connections work; there are open failures in ${names(failing)}.` }
  if (enabled === 0) return { variant: 'info', text: 'No connection is enabled. Nothing runs.' }
  return { variant: 'success', text: 'All connections work.' }
}

/** The used share of the hourly budget, in percent if there is a limit, and whether the tenant is paused. */
export function budgetOf(figures: Figures): { percent: number | undefined; text: string } {
  const paused = figures.pausedUntil ? ', paused' : ''
  if (figures.budget === 0) return { percent: undefined, text: `${figures.callsLastHour.toLocaleString('en')}, no limit${paused}` }
  const percent = Math.min(100, Math.round((100 * figures.callsLastHour) / figures.budget))
  return { percent, text: `${figures.callsLastHour.toLocaleString('en')} of ${figures.budget.toLocaleString('en')}${paused}` }
}

function names({ count, names }: Group): string {
  return names.join(', ') + (count > names.length ? ` and ${(count - names.length).toLocaleString('en')} more` : '')
}
