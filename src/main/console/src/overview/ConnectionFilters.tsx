import React from 'react'
import { FilterBar } from '../ui/FilterBar'
import { FilterSelect } from '../ui/FilterSelect'
import { FilterText } from '../ui/FilterText'

const STATES = [
  { value: 'NEEDS_ATTENTION', label: 'Needs attention' },
  { value: 'FAILING', label: 'With open failures' },
  { value: 'CONNECTED', label: 'Connected' },
  { value: 'UNCHECKED', label: 'Not tested yet' },
  { value: 'DISABLED', label: 'Disabled' },
]

interface Props {
  filters: Record<string, string>
  tags: string[]
  onChange: (changes: Record<string, string>) => void
  /** More filters of a page. */
  children?: React.ReactNode
}

/** The filters that the hub takes for connections. */
export const connectionSearch = ({ search = '', state = '', tag = '', system = '' }: Record<string, string | undefined>) => ({ search, state, tag, system })

/** Finds some of many connections. */
export const ConnectionFilters: React.FC<Props> = ({ filters, tags, onChange, children }) => (
  <FilterBar>
    <FilterText label='Name, id or tag' value={filters['search'] ?? ''} onChange={search => onChange({ search })} />
    <FilterSelect label='State' value={filters['state'] ?? ''} options={STATES} onChange={state => onChange({ state })} />
    {tags.length > 0 && <FilterSelect label='Tag' value={filters['tag'] ?? ''} options={tags.map(tag => ({ value: tag, label: tag }))} onChange={tag => onChange({ tag })} />}
    {children}
  </FilterBar>
)
