import React from 'react'
import { Label, LabelGroup } from '@patternfly/react-core'
import type { Handling } from '../hub/log'
import { exact } from '../ui/time'
import { isMuted } from './handling'

/** Acknowledged, assigned, muted: as labels, with the note on the first. */
export const HandlingLabels: React.FC<{ handling: Handling | undefined }> = ({ handling }) => {
  if (!handling) return null
  return (
    <LabelGroup aria-label='Handling' numLabels={4}>
      {handling.acknowledgedBy && <Label status='info'>Acknowledged by {handling.acknowledgedBy}</Label>}
      {handling.assignee && <Label>Assigned to {handling.assignee}</Label>}
      {isMuted(handling) && <Label status='warning'>Muted until {exact(handling.mutedUntil!)}</Label>}
      {handling.note && <Label variant='outline'>{handling.note}</Label>}
    </LabelGroup>
  )
}
