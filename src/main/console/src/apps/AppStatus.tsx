import React, { useState } from 'react'
import { ExpandableSection } from '@patternfly/react-core'
import type { CheckedRights, ConnectionState } from '../hub/connections'
import { condition } from '../hub/condition'
import { Notice } from '../ui/Notice'
import { Trouble } from '../ui/Trouble'
import type { Loaded } from '../ui/useData'
import { When } from '../ui/When'
import { RightsTable } from './RightsTable'

/** The status of the connection in a sentence, and the result of its last test: of the unsaved values, if those were tested. */
export const AppStatus: React.FC<{ state: Loaded<ConnectionState>; rights: Loaded<CheckedRights>; unsaved: CheckedRights | undefined; isChanged: boolean }> = ({ state, rights, unsaved, isChanged }) => {
  return (
    <>
      <Trouble failure={state.failure ?? rights.failure} again={state.reload} />
      {state.data && (
        <Notice variant={variant(state.data)} title={condition(state.data).title}>
          <p>{condition(state.data).more}</p>
          Last sync: <When time={state.data.lastSyncAt} />. Next sync: <When time={state.data.nextSyncAt} never='not scheduled' zone={state.data.timeZone} />.
        </Notice>
      )}
      {unsaved ? <TestedRights found={unsaved} unsaved isChanged={isChanged} /> : rights.data?.checkedAt && <TestedRights found={rights.data} isChanged={isChanged} />}
    </>
  )
}

/** What a test found, open if a right is missing. */
export const TestedRights: React.FC<{ found: CheckedRights; unsaved?: boolean; isChanged: boolean }> = ({ found, unsaved, isChanged }) => {
  const [asked, setAsked] = useState<boolean>()
  const missing = found.rights.filter(right => right.state !== 'GRANTED')
  return (
    <>
    {(isChanged || found.settingsChanged) && (
      <Notice variant='warning' title='Changed since the last test.'>
        The result below is of other settings. Use Test connection.
      </Notice>
    )}
    <ExpandableSection
      toggleText={`Rights: ${found.rights.length - missing.length} granted, ${missing.filter(right => right.state === 'MISSING').length} missing, ${missing.filter(right => right.state === 'UNKNOWN').length} unknown`}
      isExpanded={asked ?? missing.some(right => right.state === 'MISSING')}
      onToggle={(_, now) => setAsked(now)}
    >
      <p>
        Tested <When time={found.checkedAt} />{unsaved ? ' with the values in the form, which are not saved.' : '.'}
      </p>
      <RightsTable rights={found.rights} />
    </ExpandableSection>
    </>
  )
}

function variant(state: ConnectionState): 'success' | 'danger' | 'info' {
  if (state.status === 'NEEDS_ATTENTION') return 'danger'
  return state.enabled && state.status === 'CONNECTED' ? 'success' : 'info'
}
