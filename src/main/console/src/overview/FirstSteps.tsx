import React from 'react'
import { Button, List, ListItem } from '@patternfly/react-core'
import { open } from '../ui/location'
import { Nothing } from '../ui/Nothing'
import { useRights } from '../ui/useRights'

/** The first steps for a hub without connections. */
export const FirstSteps: React.FC = () => {
  const { configure } = useRights()
  return (
    <Nothing title='No connections yet' action={<Button onClick={() => open('apps')}>Connected apps</Button>}>
      {configure ? 'Connect ScopeStack to a PSA:' : 'An admin must connect ScopeStack to a PSA:'}
      <List component='ol' style={{ textAlign: 'start' }}>
        <ListItem>Under Connected apps, choose a PSA, enter the credentials of both systems, and save.</ListItem>
        <ListItem>Click Test connection: it lists missing rights and where to grant them.</ListItem>
        <ListItem>Enable the connection. Opportunities and projects arrive within a minute; this page shows the progress.</ListItem>
      </List>
    </Nothing>
  )
}
