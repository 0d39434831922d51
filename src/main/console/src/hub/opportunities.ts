import { get, query } from './http'

export type OpportunityState = 'OFFERED' | 'CLOSED' | 'FILTERED_OUT'

/** An opportunity in the PSA. */
export interface Opportunity {
  id: string
  crmOpportunity?: string
  name: string
  companyName?: string
  ownerName?: string
  status?: string
  stage?: string
  amount?: number
  state: OpportunityState
  filteredOutReason?: string
  upToDate: boolean
  changedAt?: string
  /** Its page in the PSA. */
  link?: string
  /** The ScopeStack projects linked to it. */
  projects: { id: string; name: string }[]
}

export interface OpportunityCounts {
  offered: number
  closed: number
  filteredOut: number
}

const list = (connection: string) => `/api/connections/${encodeURIComponent(connection)}/opportunities`

export const opportunities = {
  list,
  counts: (connection: string, search: string, signal?: AbortSignal) => get<OpportunityCounts>(`${list(connection)}/counts${query({ search })}`, signal),
}

/** An opportunity of any connection. */
export interface AnyOpportunity extends Opportunity {
  connection: string
}

/** Across all connections; the search has at least two characters. */
export const allOpportunities = (search: Record<string, string>, signal?: AbortSignal) =>
  get<{ opportunities: AnyOpportunity[]; more: boolean }>('/api/opportunities' + query(search), signal)
