import React, { useState } from 'react'
import { connections } from '../hub/connections'
import type { LogEntry } from '../hub/log'
import { OPERATORS_DO } from '../hub/me'
import { act } from '../ui/act'
import { Confirm } from '../ui/Confirm'
import { ReasonedButton } from '../ui/ReasonedButton'
import { useRights } from '../ui/useRights'

/** Whether a sync reached the safety limit and needs a person to confirm its closings. */
export const asksToClose = ({ field, state, connection }: Pick<LogEntry, 'field' | 'state' | 'connection'>) =>
  field === 'opportunities.safetyLimitPercent' && state === 'OPEN' && connection !== undefined

/** Confirms the closings, however many the full sync finds. */
export const ConfirmClosing: React.FC<{ entry: LogEntry; onChange: () => void }> = ({ entry, onChange }) => {
  const { operate } = useRights()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <ReasonedButton variant='danger' because={operate ? undefined : OPERATORS_DO} onClick={() => setAsking(true)}>
        Close them
      </ReasonedButton>
      {asking && (
        <Confirm
          title='Close these opportunities in ScopeStack?'
          verb='Close them'
          danger
          onClose={() => setAsking(false)}
          onConfirm={async () => {
            await act(() => connections.syncAndClose(entry.connection!), 'Full sync started: it closes the opportunities that are gone.')
            onChange()
          }}
        >
          <p>{entry.cause}</p>
          <p>A full sync reads all opportunities again and closes every one that is gone, closed or filtered out. An opportunity that reappears is reopened by the next sync.</p>
        </Confirm>
      )}
    </>
  )
}
