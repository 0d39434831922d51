import type { OpportunityCounts, OpportunityState } from '../hub/opportunities'

export const STATES: Record<OpportunityState, { label: string; status: 'success' | 'info' | 'warning'; count: keyof OpportunityCounts }> = {
  OFFERED: { label: 'Offered', status: 'success', count: 'offered' },
  CLOSED: { label: 'Closed', status: 'info', count: 'closed' },
  FILTERED_OUT: { label: 'Filtered out', status: 'warning', count: 'filteredOut' },
}

/** The options of the state filter, with counts once they are known. */
export function stateOptions(counts?: OpportunityCounts): { value: string; label: string }[] {
  return Object.entries(STATES).map(([value, { label, count }]) => ({ value, label: counts ? `${label} (${counts[count].toLocaleString('en')})` : label }))
}
