import React, { useState } from 'react'
import { Spinner } from '@patternfly/react-core'
import { query } from '../hub/http'
import { logGroups, type LogGroup } from '../hub/log'
import { Pager } from '../ui/Pager'
import { Trouble } from '../ui/Trouble'
import { useData } from '../ui/useData'
import { GroupTable } from './GroupTable'
import { NoEntries } from './NoEntries'

const NEWEST_FIRST = '-last'
const MOST = 500
const PER_PAGE = 50

interface Props {
  filters: Record<string, string>
  search: Record<string, string>
  onSort: (sort: string) => void
  onReplay: (group: LogGroup) => void
}

/** The log by cause. */
export const GroupList: React.FC<Props> = ({ filters, search, onSort, onReplay }) => {
  const sort = filters['sort'] ?? NEWEST_FIRST
  const found = useData(signal => logGroups(search, sort, signal, MOST), `groups ${sort} ${query(search)}`, 10000)
  const { groups = [], matches } = found.data ?? {}
  const [turned, setTurned] = useState(1)
  const last = Math.max(1, Math.ceil(groups.length / PER_PAGE))
  const page = Math.min(turned, last)
  const turn = (to: number) => (to >= 1 && to <= last ? () => setTurned(to) : undefined)
  return (
    <>
      <Trouble failure={found.failure} again={found.reload} />
      {!found.data && found.loading && <Spinner aria-label='Loading' />}
      {found.data && groups.length === 0 && <NoEntries filters={filters} />}
      {groups.length > 0 && (
        <>
          <p aria-live='polite'>
            {groups.length.toLocaleString('en')} {groups.length === 1 ? 'cause' : 'causes'}, {matches!.count.toLocaleString('en')}
            {matches!.atLeast ? ' or more' : ''} {matches!.count === 1 ? 'entry' : 'entries'}
            {matches!.atLeast && '. Only the newest 10,000 entries are grouped: narrow the filters.'}
            {groups.length >= MOST && ` These are the first ${MOST} causes.`}
          </p>
          <GroupTable
            groups={groups.slice((page - 1) * PER_PAGE, page * PER_PAGE)}
            search={search}
            sort={sort}
            onSort={next => {
              setTurned(1)
              onSort(next === NEWEST_FIRST ? '' : next)
            }}
            onReplay={onReplay}
            reload={found.reload}
          />
          <Pager rows={{ page, back: turn(page - 1), forward: turn(page + 1) }} />
        </>
      )}
    </>
  )
}
