import React from 'react'
import { Button, List, ListItem } from '@patternfly/react-core'
import { open } from '../ui/location'
import { Nothing } from '../ui/Nothing'
import { useRights } from '../ui/useRights'

/** What to do with a hub that has no connection yet. */
export const FirstSteps: React.FC = () => {
  const { configure } = useRights()
  return (
    <Nothing title='No connections yet' action={<Button onClick={() => open('apps')}>Connected apps</Button>}>
      {configure ? 'Connect ScopeStack with a PSA:' : 'An admin connects ScopeStack with a PSA:'}
      <List component='ol' style={{ textAlign: 'start' }}>
        <ListItem>Under Connected apps choose your PSA, type the credentials of both systems, and save.</ListItem>
        <ListItem>Test connection: what a right is missing for stands there, with where to grant it.</ListItem>
        <ListItem>Enable it. Opportunities and projects arrive within a minute; what happens is shown here.</ListItem>
      </List>
    </Nothing>
  )
}
