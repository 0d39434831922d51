import React from 'react'
import { Label } from '@patternfly/react-core'
import type { PlannedAction, PsaState, Step } from '../hub/projects'

type Status = 'success' | 'danger' | 'warning' | 'info' | undefined
type Look = { text: string; status: Status }

const PROJECT: Record<PsaState, Look> = {
  RUNNING: { text: 'Running', status: 'info' },
  UNKNOWN_OUTCOMES: { text: 'Needs a decision', status: 'warning' },
  FAILED: { text: 'Failed', status: 'danger' },
  CANCELLED: { text: 'Cancelled', status: 'warning' },
  STALE: { text: 'Rescoped', status: 'warning' },
  DONE: { text: 'In the PSA', status: 'success' },
  NONE: { text: 'Not in the PSA', status: undefined },
}

const STEP: Record<Step['state'], Look> = {
  PLANNED: { text: 'Pending', status: undefined },
  SENDING: { text: 'Sending', status: 'info' },
  DONE: { text: 'Done', status: 'success' },
  REJECTED: { text: 'Rejected', status: 'danger' },
  UNKNOWN: { text: 'Needs a decision', status: 'warning' },
  BLOCKED: { text: 'Blocked', status: 'warning' },
}

export const ACTION: Record<PlannedAction, Look & { total: string }> = {
  CREATE: { text: 'Create', total: 'to create', status: 'success' },
  UPDATE: { text: 'Update', total: 'to update', status: 'info' },
  REUSE: { text: 'Reuse', total: 'to reuse', status: 'info' },
  SKIP: { text: 'Skip', total: 'to skip', status: undefined },
  REFUSED: { text: 'Rejected', total: 'rejected', status: 'danger' },
  BLOCKED: { text: 'Blocked', total: 'blocked', status: 'warning' },
  UNDECIDED: { text: 'Undecided', total: 'undecided', status: 'warning' },
  CANCELLED: { text: 'Not sent', total: 'not sent', status: undefined },
}

export const STATES = (Object.keys(PROJECT) as PsaState[]).map(value => ({ value, label: PROJECT[value].text }))

/** In a span, since a cell of a table on a phone stretches what it contains. */
const Tag: React.FC<{ look: Look }> = ({ look }) => (
  <span>
    <Label status={look.status}>{look.text}</Label>
  </span>
)

export const ProjectState: React.FC<{ state: PsaState | undefined }> = ({ state }) => <Tag look={PROJECT[state ?? 'NONE']} />
/** What was being sent when nothing runs any more: its answer was never seen. */
const OPEN: Look = { text: 'Outcome unknown', status: 'warning' }

export const StepState: React.FC<{ state: Step['state']; isRunning: boolean }> = ({ state, isRunning }) => <Tag look={state === 'SENDING' && !isRunning ? OPEN : STEP[state]} />
export const StepAction: React.FC<{ what: PlannedAction }> = ({ what }) => <Tag look={ACTION[what]} />
