import React from 'react'
import { Label } from '@patternfly/react-core'
import type { ConnectionState } from '../hub/connections'

/** How a connection is, in a word or two. */
export const StateLabel: React.FC<{ state: ConnectionState }> = ({ state }) => {
  if (!state.enabled) return <Label>Disabled</Label>
  if (state.status === 'CONNECTED') return <Label status='success'>Connected</Label>
  return state.status === 'NEEDS_ATTENTION' ? <Label status='danger'>Needs attention</Label> : <Label status='info'>Not tested yet</Label>
}
