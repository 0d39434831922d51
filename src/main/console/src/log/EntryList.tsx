import React from 'react'
import { Spinner } from '@patternfly/react-core'
import { get, query } from '../hub/http'
import type { LogEntry } from '../hub/log'
import { Pager } from '../ui/Pager'
import { Trouble } from '../ui/Trouble'
import { useData } from '../ui/useData'
import { useRows } from '../ui/useRows'
import { When } from '../ui/When'
import { EntryTable } from './EntryTable'
import { NoEntries } from './NoEntries'

interface Count {
  count: number
  atLeast: boolean
}

interface Props {
  filters: Record<string, string>
  search: Record<string, string>
  picked: number[]
  onPick: (ids: number[]) => void
}

/** Every entry of a search, newest first. */
export const EntryList: React.FC<Props> = ({ filters, search, picked, onPick }) => {
  const entries = useRows<LogEntry>('/api/log', 'entries', search, 5000)
  const count = useData(signal => get<Count>('/api/log/count' + query(search), signal), 'count' + query(search), 15000)
  const shown = entries.rows ?? []
  return (
    <>
      <Trouble failure={entries.failure} again={entries.reload} />
      {!entries.rows && entries.loading && <Spinner aria-label='Loading' />}
      {entries.rows && shown.length === 0 && entries.searchedTo && <Pager rows={entries} />}
      {entries.searchedTo && (
        <p>
          Searched back to <When time={entries.searchedTo} />. Next continues from there.
        </p>
      )}
      {entries.rows && shown.length === 0 && !entries.searchedTo && <NoEntries filters={filters} />}
      {shown.length > 0 && (
        <>
          <p aria-live='polite'>{count.data && `${count.data.count.toLocaleString('en')}${count.data.atLeast ? ' or more' : ''} ${count.data.count === 1 ? 'entry' : 'entries'}`}</p>
          <EntryTable entries={shown} picked={picked} onPick={onPick} />
          <Pager rows={entries} />
        </>
      )}
    </>
  )
}
