import React, { useState } from 'react'
import { Alert, ExpandableSection } from '@patternfly/react-core'
import type { CheckedRights, ConnectionState } from '../hub/connections'
import { condition } from '../hub/condition'
import { Trouble } from '../ui/Trouble'
import type { Loaded } from '../ui/useData'
import { When } from '../ui/When'
import { RightsTable } from './RightsTable'

/** The status of the connection in a sentence, and the result of its last test. */
export const AppStatus: React.FC<{ state: Loaded<ConnectionState>; rights: Loaded<CheckedRights> }> = ({ state, rights }) => {
  const [asked, setAsked] = useState<boolean>()
  const found = rights.data
  const missing = found?.rights.filter(right => right.state !== 'GRANTED') ?? []
  return (
    <>
      <Trouble failure={state.failure ?? rights.failure} again={state.reload} />
      {state.data && (
        <Alert isInline variant={variant(state.data)} title={condition(state.data).title}>
          <p>{condition(state.data).more}</p>
          Last sync: <When time={state.data.lastSyncAt} />. Next sync: <When time={state.data.nextSyncAt} never='not scheduled' />.
        </Alert>
      )}
      {found?.checkedAt && (
        <ExpandableSection
          toggleText={`Rights: ${found.rights.length - missing.length} granted, ${missing.filter(right => right.state === 'MISSING').length} missing, ${missing.filter(right => right.state === 'UNKNOWN').length} unknown`}
          isExpanded={asked ?? missing.some(right => right.state === 'MISSING')}
          onToggle={(_, now) => setAsked(now)}
        >
          <p>
            Tested <When time={found.checkedAt} />.
          </p>
          <RightsTable rights={found.rights} />
        </ExpandableSection>
      )}
    </>
  )
}

function variant(state: ConnectionState): 'success' | 'danger' | 'info' {
  if (state.status === 'NEEDS_ATTENTION') return 'danger'
  return state.enabled && state.status === 'CONNECTED' ? 'success' : 'info'
}
