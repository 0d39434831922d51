import React, { useEffect, useMemo, useState } from 'react'
import { Button, ToggleGroup, ToggleGroupItem } from '@patternfly/react-core'
import { connections } from '../hub/connections'
import { exportAddress, type LogGroup } from '../hub/log'
import { OPERATORS_DO } from '../hub/me'
import type { ReplayRequest } from '../hub/replays'
import { usePlace, open } from '../ui/location'
import { Page } from '../ui/Page'
import { ReasonedButton } from '../ui/ReasonedButton'
import { useRights } from '../ui/useRights'
import { EntryList } from './EntryList'
import { GroupList } from './GroupList'
import { LogFilters } from './LogFilters'
import { ReplayDialog } from './ReplayDialog'
import { remember, remembered, searchOf } from './search'

/** The open failures by cause, or every entry; some or all results of a search can be replayed. */
export const LogList: React.FC = () => {
  const { filters, filter } = usePlace('log')
  const { operate } = useRights()
  // A period begins when it is chosen, not at each turn of the page.
  const search = useMemo(() => searchOf(filters), [JSON.stringify(filters)])
  const isByCause = filters['view'] !== 'entries'
  const [picked, setPicked] = useState<number[]>([])
  const [replay, setReplay] = useState<ReplayRequest>()
  // The menu leads here without filters.
  useEffect(() => {
    if (Object.keys(filters).length > 0) return
    const last = remembered()
    filter(last)
    if (last['connection']) {
      void connections.all().then(
        all => !all.some(one => one.id === last['connection']) && forget(last),
        () => undefined
      )
    }
  }, [])
  /** It was deleted since the last visit. */
  const forget = (last: Record<string, string>) => {
    remember({ ...last, connection: '' })
    filter({ connection: '' })
  }
  const change = (changes: Record<string, string>) => {
    remember({ ...filters, ...changes })
    filter(changes)
  }
  return (
    <Page
      title='Log'
      about='Every failure, with its cause and remedy.'
      actions={[
        !isByCause && (
          <ReasonedButton key='picked' because={!operate ? OPERATORS_DO : picked.length === 0 ? 'Select entries first.' : undefined} onClick={() => setReplay({ entries: picked })}>
            Replay {picked.length === 0 ? 'selected' : `${picked.length} selected`}
          </ReasonedButton>
        ),
        <ReasonedButton key='all' variant='secondary' because={operate ? undefined : OPERATORS_DO} onClick={() => setReplay({ search })}>
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
      ].filter(Boolean)}
    >
      <LogFilters filters={filters} onChange={change}>
        <ToggleGroup aria-label='View'>
          <ToggleGroupItem buttonId='by-cause' text='By cause' isSelected={isByCause} onChange={() => change({ view: '', problem: '' })} />
          <ToggleGroupItem buttonId='entries' text='All entries' isSelected={!isByCause} onChange={() => change({ view: 'entries' })} />
        </ToggleGroup>
      </LogFilters>
      {filters['problem'] && (
        <p>
          Entries of one cause.{' '}
          <Button variant='link' isInline onClick={() => filter({ problem: '', view: '' })}>
            All causes
          </Button>
        </p>
      )}
      {isByCause ? (
        <GroupList filters={filters} search={search} onSort={sort => filter({ sort })} onReplay={group => setReplay({ search: { ...search, ...causeOf(group) } })} />
      ) : (
        <EntryList filters={filters} search={search} picked={picked} onPick={setPicked} />
      )}
      {replay && (
        <ReplayDialog
          request={replay}
          onClose={() => {
            setReplay(undefined)
            setPicked([])
          }}
        />
      )}
    </Page>
  )
}

/** Only what is open of a cause is replayed. */
function causeOf({ problem = '' }: LogGroup): Record<string, string> {
  return { problem, state: 'OPEN' }
}
