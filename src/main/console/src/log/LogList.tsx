import React, { useState } from 'react'
import { Button, Spinner } from '@patternfly/react-core'
import { get, query } from '../hub/http'
import { exportAddress, type LogEntry } from '../hub/log'
import { OPERATORS_DO } from '../hub/me'
import { usePlace, open } from '../ui/location'
import { Nothing } from '../ui/Nothing'
import { Page } from '../ui/Page'
import { Pager } from '../ui/Pager'
import { ReasonedButton } from '../ui/ReasonedButton'
import { Trouble } from '../ui/Trouble'
import { useData } from '../ui/useData'
import { useRights } from '../ui/useRights'
import { useRows } from '../ui/useRows'
import { When } from '../ui/When'
import { EntryTable } from './EntryTable'
import { LogFilters } from './LogFilters'
import { ReplayDialog } from './ReplayDialog'
import { searchOf } from './search'

interface Count {
  count: number
  atLeast: boolean
}

/** All failures, newest first; some or all results of a search can be replayed. */
export const LogList: React.FC = () => {
  const { filters, filter } = usePlace('log')
  const { operate } = useRights()
  const search = searchOf(filters)
  const entries = useRows<LogEntry>('/api/log', 'entries', search, 5000)
  const count = useData(signal => get<Count>('/api/log/count' + query(search), signal), 'count' + query(search), 15000)
  const [picked, setPicked] = useState<number[]>([])
  const [replay, setReplay] = useState<'picked' | 'all'>()
  const shown = entries.rows ?? []
  const isFiltered = Object.keys(search).length > 0
  return (
    <Page
      title='Log'
      about='Every failure, with its cause and remedy.'
      actions={[
        <ReasonedButton key='picked' because={!operate ? OPERATORS_DO : picked.length === 0 ? 'Select entries first.' : undefined} onClick={() => setReplay('picked')}>
          Replay {picked.length === 0 ? 'selected' : `${picked.length} selected`}
        </ReasonedButton>,
        <ReasonedButton key='all' variant='secondary' because={!operate ? OPERATORS_DO : shown.length === 0 ? 'There are no results.' : undefined} onClick={() => setReplay('all')}>
          Replay all results
        </ReasonedButton>,
        <Button key='replays' variant='link' onClick={() => open('log/replays')}>
          Replays
        </Button>,
        <Button key='csv' variant='link' component='a' href={exportAddress(search, 'csv')} download>
          CSV
        </Button>,
        <Button key='json' variant='link' component='a' href={exportAddress(search, 'json')} download>
          JSON
        </Button>,
      ]}
    >
      <LogFilters filters={filters} onChange={filter} />
      <Trouble failure={entries.failure} again={entries.reload} />
      {!entries.rows && entries.loading && <Spinner aria-label='Loading' />}
      {entries.rows && shown.length === 0 && entries.searchedTo && <Pager rows={entries} />}
      {entries.searchedTo && (
        <p>
          Searched back to <When time={entries.searchedTo} />. Next continues from there.
        </p>
      )}
      {entries.rows && shown.length === 0 && !entries.searchedTo && (
        <Nothing title={isFiltered ? 'No entries match these filters' : 'No failures'}>
          {isFiltered ? 'Remove a filter to see more.' : 'Failures of all connections are listed here, each with its cause and remedy.'}
        </Nothing>
      )}
      {shown.length > 0 && (
        <>
          <p aria-live='polite'>{count.data && `${count.data.count.toLocaleString('en')}${count.data.atLeast ? ' or more' : ''} ${count.data.count === 1 ? 'entry' : 'entries'}`}</p>
          <EntryTable entries={shown} picked={picked} onPick={setPicked} />
          <Pager rows={entries} />
        </>
      )}
      {replay && (
        <ReplayDialog
          request={replay === 'picked' ? { entries: picked } : { search }}
          onClose={() => {
            setReplay(undefined)
            setPicked([])
          }}
        />
      )}
    </Page>
  )
}
