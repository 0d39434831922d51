import { post } from './http'

export type DriftAction = 'make-again' | 'take-over' | 'forget'

/** A record that is not as it was made. */
export interface Finding {
  id: number
  kind: string
  /** The field that differs; empty if the record as a whole does. */
  field: string
  title: string
  made?: string
  found?: string
  remoteId?: string
  link?: string
  /** Further steps of the same difference: gone with it, or with the same value. */
  covers: string[]
  actions: DriftAction[]
  state: 'OPEN' | 'MADE_AGAIN' | 'TAKEN_OVER' | 'FORGOTTEN'
  reason?: string
  decidedBy?: string
  decidedAt?: string
}

/** What the last check of a project found. */
export interface DriftReport {
  scope: string
  project?: string
  name?: string
  checkedAt: string
  records: number
  /** False: a list could not be read to its end, and the findings are older. */
  complete: boolean
  cause?: string
  /** Those without a decision first. */
  findings: Finding[]
  /** How many are not listed. */
  more?: number
}

export interface Drift {
  /** False: the system has no drift check. */
  supported: boolean
  /** The check that is waiting or running. */
  job?: number
  checkedAt?: string
  checked: number
  incomplete: number
  open: number
  reports: DriftReport[]
  next?: string
}

export const drift = {
  address: (connection: string) => `/api/connections/${encodeURIComponent(connection)}/drift`,
  /** Checks now; nothing is changed. */
  check: (connection: string) => post<{ job: number }>(drift.address(connection)),
  decide: (connection: string, finding: number, action: DriftAction, reason: string) => post<unknown>(`${drift.address(connection)}/${finding}/${action}`, { reason }),
}
