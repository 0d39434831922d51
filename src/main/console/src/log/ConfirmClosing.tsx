import React, { useState } from 'react'
import { connections } from '../hub/connections'
import type { LogEntry } from '../hub/log'
import { OPERATORS_DO } from '../hub/me'
import { act } from '../ui/act'
import { Confirm } from '../ui/Confirm'
import { ReasonedButton } from '../ui/ReasonedButton'
import { useRights } from '../ui/useRights'

/** Whether a pass waits for a person to say that so many opportunities are really meant to be closed. */
export const asksToClose = ({ field, state, connection }: Pick<LogEntry, 'field' | 'state' | 'connection'>) =>
  field === 'opportunities.brakePercent' && state === 'OPEN' && connection !== undefined

/** Lets the pass close as many opportunities as it finds. */
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
            await act(() => connections.syncAndClose(entry.connection!), 'All opportunities are read again; those that are gone are closed.')
            onChange()
          }}
        >
          <p>{entry.cause}</p>
          <p>All opportunities are read again, and as many are closed as are gone, closed or kept out then. One that comes back is opened again by the next sync.</p>
        </Confirm>
      )}
    </>
  )
}
