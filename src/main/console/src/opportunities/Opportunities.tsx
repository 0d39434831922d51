import React from 'react'
import { Spinner } from '@patternfly/react-core'
import { opportunities, type Opportunity } from '../hub/opportunities'
import { CsvLink } from '../ui/CsvLink'
import { FilterBar } from '../ui/FilterBar'
import { FilterSelect } from '../ui/FilterSelect'
import { FilterText } from '../ui/FilterText'
import { usePlace } from '../ui/location'
import { Nothing } from '../ui/Nothing'
import { ALL_CONNECTIONS, OneConnection } from '../ui/OneConnection'
import { Page } from '../ui/Page'
import { Pager } from '../ui/Pager'
import { Trouble } from '../ui/Trouble'
import { useData } from '../ui/useData'
import { useRows } from '../ui/useRows'
import { FoundInAll } from './FoundInAll'
import { OpportunityTable } from './OpportunityTable'
import { stateOptions } from './states'

const LIVE_MILLIS = 10000
const NEWEST_FIRST = '-changed'

/** The opportunities of the PSA: offered, closed, or filtered out with the reason. */
export const Opportunities: React.FC = () => (
  <Page title='Opportunities' about='Opportunities in the PSA: which are offered in ScopeStack, and which are filtered out and why.'>
    <OneConnection value={usePlace('opportunities').filters['connection'] ?? ''}>
      {(connection, choose) =>
        connection === ALL_CONNECTIONS ? <FoundInAll choose={choose} /> : <Found key={connection} connection={connection} choose={choose} />
      }
    </OneConnection>
  </Page>
)

const Found: React.FC<{ connection: string; choose: (onChange: (id: string) => void) => React.ReactNode }> = ({ connection, choose }) => {
  const { filters, filter } = usePlace('opportunities')
  const search = filters['search'] ?? ''
  const state = filters['state'] ?? ''
  const sort = filters['sort'] ?? NEWEST_FIRST
  const list = useRows<Opportunity>(opportunities.list(connection), 'opportunities', { search, state, sort }, LIVE_MILLIS)
  const counts = useData(signal => opportunities.counts(connection, search, signal), `counts ${connection} ${search}`, LIVE_MILLIS)
  return (
    <>
      <FilterBar>
        <FilterText label='Name, company or id' value={search} onChange={search => filter({ search })} />
        {choose(id => filter({ connection: id }))}
        <FilterSelect label='State' value={state} options={stateOptions(counts.data)} onChange={state => filter({ state })} />
        <CsvLink path={`${opportunities.list(connection)}/export`} filters={{ search, state, sort }} />
      </FilterBar>
      <Trouble failure={list.failure} again={list.reload} />
      {!list.rows && list.loading && <Spinner aria-label='Loading' />}
      {list.rows?.length === 0 && (
        <Nothing title={search || state ? 'No opportunities match' : 'No opportunities yet'}>
          {search || state ? 'Remove a filter to see more.' : 'They appear after the next sync: enable the connection and click Sync now under Connected apps.'}
        </Nothing>
      )}
      {list.rows && list.rows.length > 0 && (
        <OpportunityTable rows={list.rows.map(row => ({ ...row, connection }))} sort={sort} onSort={sort => filter({ sort: sort === NEWEST_FIRST ? '' : sort })} />
      )}
      <Pager rows={list} />
    </>
  )
}
