import React from 'react'
import { Label } from '@patternfly/react-core'
import type { ConnectionState } from '../hub/connections'

/** The status of a connection as a label. */
export const StateLabel: React.FC<{ state: ConnectionState }> = ({ state }) => {
  if (!state.enabled) return <Label>Disabled</Label>
  if (state.status === 'CONNECTED') return <Label status='success'>Connected</Label>
  return state.status === 'NEEDS_ATTENTION' ? <Label status='danger'>Needs attention</Label> : <Label status='info'>Not tested yet</Label>
}
