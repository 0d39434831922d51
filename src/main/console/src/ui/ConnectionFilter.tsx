import React from 'react'
import { connections, type Connection } from '../hub/connections'
import { FilterSelect } from './FilterSelect'
import { useData, type Loaded } from './useData'

export function useConnections(): Loaded<Connection[]> {
  return useData(connections.all, 'connections')
}

/** A filter by connection. */
export const ConnectionFilter: React.FC<{ all: Connection[]; value: string; onChange: (id: string) => void }> = ({ all, value, onChange }) => (
  <FilterSelect label='Connection' value={value} options={all.map(one => ({ value: one.id, label: one.name }))} onChange={onChange} />
)
