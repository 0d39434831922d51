import React from 'react'
import { Spinner } from '@patternfly/react-core'
import { allOpportunities } from '../hub/opportunities'
import { CsvLink } from '../ui/CsvLink'
import { FilterBar } from '../ui/FilterBar'
import { FilterSelect } from '../ui/FilterSelect'
import { FilterText } from '../ui/FilterText'
import { usePlace } from '../ui/location'
import { Nothing } from '../ui/Nothing'
import { Trouble } from '../ui/Trouble'
import { useData } from '../ui/useData'
import { OpportunityTable } from './OpportunityTable'
import { stateOptions } from './states'

const SHORTEST = 2

/** A search in all connections, latest change first. */
export const FoundInAll: React.FC<{ choose: (onChange: (id: string) => void) => React.ReactNode }> = ({ choose }) => {
  const { filters, filter } = usePlace('opportunities')
  const search = filters['search'] ?? ''
  const state = filters['state'] ?? ''
  const isLong = search.trim().length >= SHORTEST
  const found = useData(async signal => (isLong ? allOpportunities({ search, state }, signal) : undefined), `all ${state} ${search}`)
  const rows = found.data?.opportunities
  return (
    <>
      <FilterBar>
        <FilterText label='Name, company or id' value={search} onChange={search => filter({ search })} />
        {choose(id => filter({ connection: id, sort: '' }))}
        <FilterSelect label='State' value={state} options={stateOptions()} onChange={state => filter({ state })} />
        <CsvLink path='/api/opportunities/export' filters={{ search, state }} />
      </FilterBar>
      <Trouble failure={found.failure} again={found.reload} />
      {!isLong && <Nothing title='Search in all connections'>Enter a part of the name or company, or the id, or choose a connection to list all of its opportunities.</Nothing>}
      {isLong && !rows && found.loading && <Spinner aria-label='Loading' />}
      {rows?.length === 0 && <Nothing title='No opportunities match'>Remove a filter to see more.</Nothing>}
      {rows && rows.length > 0 && <OpportunityTable rows={rows} isOfAll />}
      {found.data?.more && <p>There are more. Narrow the search.</p>}
    </>
  )
}
