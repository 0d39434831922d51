import React from 'react'
import { Spinner } from '@patternfly/react-core'
import { query } from '../hub/http'
import { logGroups, type LogGroup } from '../hub/log'
import { Trouble } from '../ui/Trouble'
import { useData } from '../ui/useData'
import { GroupTable } from './GroupTable'
import { NoEntries } from './NoEntries'

const NEWEST_FIRST = '-last'
const MOST = 100

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
          <GroupTable groups={groups} search={search} sort={sort} onSort={next => onSort(next === NEWEST_FIRST ? '' : next)} onReplay={onReplay} reload={found.reload} />
        </>
      )}
    </>
  )
}
