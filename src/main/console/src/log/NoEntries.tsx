import React from 'react'
import { Nothing } from '../ui/Nothing'
import { isFiltered } from './search'

/** Why the log is empty. */
export const NoEntries: React.FC<{ filters: Record<string, string> }> = ({ filters }) => (
  <Nothing title={isFiltered(filters) ? 'No entries match these filters' : 'No open failures'}>
    {isFiltered(filters) ? 'Remove a filter to see more.' : 'Failures of all connections are listed here, each with its cause and remedy. Choose another state to see those that are resolved.'}
  </Nothing>
)
