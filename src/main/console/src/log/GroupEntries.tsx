import React from 'react'
import { List, ListItem, Spinner } from '@patternfly/react-core'
import { aboutOf, type LogEntry } from '../hub/log'
import { Link } from '../ui/Link'
import { Pager } from '../ui/Pager'
import { Trouble } from '../ui/Trouble'
import { useRows } from '../ui/useRows'
import { When } from '../ui/When'

/** The entries of one cause, a few at a time. */
export const GroupEntries: React.FC<{ problem: string; search: Record<string, string> }> = ({ problem, search }) => {
  const entries = useRows<LogEntry>('/api/log', 'entries', { ...search, problem, limit: '10' })
  return (
    <>
      <Trouble failure={entries.failure} again={entries.reload} />
      {!entries.rows && entries.loading && <Spinner size='md' aria-label='Loading' />}
      <List isPlain>
        {entries.rows?.map(entry => (
          <ListItem key={entry.id}>
            <Link page={`log/${entry.id}`}>{aboutOf(entry)}</Link>
            {entry.state === 'RESOLVED' && ', resolved'}, <When time={entry.lastAt} />
            {entry.occurrences > 1 && ` (${entry.occurrences.toLocaleString('en')} times)`}
          </ListItem>
        ))}
      </List>
      <Pager rows={entries} />
    </>
  )
}
