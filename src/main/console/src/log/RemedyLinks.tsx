import React from 'react'
import { ActionList, ActionListItem, Button } from '@patternfly/react-core'
import { connections } from '../hub/connections'
import { pageOf, type LogEntry } from '../hub/log'
import { OPERATORS_DO } from '../hub/me'
import { projects } from '../hub/projects'
import { act } from '../ui/act'
import { address, open } from '../ui/location'
import { ReasonedButton } from '../ui/ReasonedButton'
import { useData } from '../ui/useData'
import { useRights } from '../ui/useRights'
import { remediesOf, type Remedy } from './remedies'

/** What the remedy of an entry asks for, as links and buttons. */
export const RemedyLinks: React.FC<{ entry: LogEntry }> = ({ entry }) => {
  const [, connection, project] = (pageOf(entry) ?? '').split('/')
  const whole = useData(async signal => (connection && project ? projects.one(connection, project, signal).catch(() => undefined) : undefined), `remedies ${connection ?? ''} ${project ?? ''}`).data
  const remedies = remediesOf(entry, whole)
  if (remedies.length === 0) return null
  return (
    <ActionList style={{ flexWrap: 'wrap' }} aria-label='What to do'>
      {remedies.map(remedy => (
        <ActionListItem key={remedy.label}>
          <One remedy={remedy} connection={entry.connection!} />
        </ActionListItem>
      ))}
    </ActionList>
  )
}

const One: React.FC<{ remedy: Remedy; connection: string }> = ({ remedy: { label, page, filters, href, does }, connection }) => {
  const { operate } = useRights()
  if (href) {
    return (
      <Button variant='link' isInline component='a' href={href} target='_blank' rel='noreferrer noopener'>
        {label}
      </Button>
    )
  }
  if (page) {
    return (
      <Button
        variant='secondary'
        size='sm'
        component='a'
        href={address(page, filters)}
        onClick={(event: React.MouseEvent) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return
          event.preventDefault()
          open(page, filters)
        }}
      >
        {label}
      </Button>
    )
  }
  const run = () =>
    does === 'test'
      ? act(() => connections.check(connection), 'Connection tested: its page shows the rights.')
      : act(() => projects.options(connection, { refresh: 'true' }), 'Lists refreshed. Replay now.')
  return (
    <ReasonedButton variant='secondary' size='sm' because={operate ? undefined : OPERATORS_DO} onClick={() => void run()}>
      {label}
    </ReasonedButton>
  )
}
