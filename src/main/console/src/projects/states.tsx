import React from 'react'
import { Label } from '@patternfly/react-core'
import type { Prospect, PsaState, Step } from '../hub/projects'

type Status = 'success' | 'danger' | 'warning' | 'info' | undefined
type Look = { text: string; status: Status }

const PROJECT: Record<PsaState, Look> = {
  RUNNING: { text: 'Under way', status: 'info' },
  UNKNOWN_OUTCOMES: { text: 'Needs a decision', status: 'warning' },
  FAILED: { text: 'Failed', status: 'danger' },
  STALE: { text: 'Rescoped since', status: 'warning' },
  DONE: { text: 'In the PSA', status: 'success' },
  NONE: { text: 'Not in the PSA', status: undefined },
}

const STEP: Record<Step['state'], Look> = {
  PLANNED: { text: 'To do', status: undefined },
  SENDING: { text: 'On its way', status: 'info' },
  DONE: { text: 'Done', status: 'success' },
  REJECTED: { text: 'Refused', status: 'danger' },
  UNKNOWN: { text: 'Needs a decision', status: 'warning' },
  BLOCKED: { text: 'Waits for another', status: 'warning' },
}

export const PROSPECT: Record<Prospect, Look> = {
  CREATE: { text: 'Created', status: 'success' },
  UPDATE: { text: 'Updated', status: 'info' },
  REUSE: { text: 'Found and reused', status: 'info' },
  SKIP: { text: 'Skipped, there already', status: undefined },
  BLOCKED: { text: 'Blocked', status: 'warning' },
  UNDECIDED: { text: 'Undecided', status: 'warning' },
}

export const STATES = (Object.keys(PROJECT) as PsaState[]).map(value => ({ value, label: PROJECT[value].text }))

const Tag: React.FC<{ look: Look }> = ({ look }) => <Label status={look.status}>{look.text}</Label>

export const ProjectState: React.FC<{ state: PsaState | undefined }> = ({ state }) => <Tag look={PROJECT[state ?? 'NONE']} />
export const StepState: React.FC<{ state: Step['state'] }> = ({ state }) => <Tag look={STEP[state]} />
export const StepProspect: React.FC<{ what: Prospect }> = ({ what }) => <Tag look={PROSPECT[what]} />
