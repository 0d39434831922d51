import React from 'react'
import { AlertGroup } from '@patternfly/react-core'
import { get, query } from '../hub/http'
import type { LogEntry } from '../hub/log'
import { Link } from '../ui/Link'
import { Notice } from '../ui/Notice'
import { spoken } from '../ui/spoken'
import { useData } from '../ui/useData'

const MOST = 3

/** The open failures of a project, with cause, remedy and a link to the entry. */
export const OpenFailures: React.FC<{ connection: string; subjects: string[] }> = ({ connection, subjects }) => {
  const found = useData(signal => Promise.all(subjects.map(subject => failures(connection, subject, signal))), `failures ${connection} ${subjects.join(' ')}`, 5000)
  const entries = (found.data ?? []).flat()
  return (
    <>
      <AlertGroup>
        {entries.slice(0, MOST).map(entry => (
          <Notice key={entry.id} variant='danger' title={spoken(entry.cause)}>
            {spoken(entry.remedy)} <Link page={`log/${entry.id}`}>Request and response</Link>
          </Notice>
        ))}
      </AlertGroup>
      {entries.length > MOST && <p>There are more failures in the log.</p>}
    </>
  )
}

async function failures(connection: string, subject: string, signal: AbortSignal): Promise<LogEntry[]> {
  return (await get<{ entries: LogEntry[] }>('/api/log' + query({ connection, subject, state: 'OPEN', limit: MOST + 1 }), signal)).entries
}
