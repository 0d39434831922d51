import React from 'react'
import { Card, CardBody, CardFooter, CardHeader, CardTitle, Content, Gallery, List, ListItem, Spinner } from '@patternfly/react-core'
import { systems, type Psa } from '../hub/connections'
import { ADMINS_DO } from '../hub/me'
import { overview, type Line } from '../hub/overview'
import { Link } from '../ui/Link'
import { open } from '../ui/location'
import { Page } from '../ui/Page'
import { ReasonedButton } from '../ui/ReasonedButton'
import { Trouble } from '../ui/Trouble'
import { useData } from '../ui/useData'
import { useRights } from '../ui/useRights'
import { StateLabel } from './StateLabel'

const LIVE_MILLIS = 10000

/** One tile per PSA, with its connections. */
export const AppTiles: React.FC = () => {
  const psas = useData(systems, 'systems')
  const connected = useData(overview, 'overview', LIVE_MILLIS)
  return (
    <Page title='Connected apps' about='Each connection links one ScopeStack account to one PSA tenant.'>
      <Trouble failure={psas.failure ?? connected.failure} again={connected.reload} />
      {!psas.data || !connected.data ? (
        (psas.loading || connected.loading) && <Spinner aria-label='Loading' />
      ) : (
        <Gallery hasGutter minWidths={{ default: '24rem' }}>
          {psas.data.map(psa => (
            <Tile key={psa.id} psa={psa} connected={connected.data?.filter(connection => connection.system === psa.id) ?? []} />
          ))}
        </Gallery>
      )}
    </Page>
  )
}

const Tile: React.FC<{ psa: Psa; connected: Line[] }> = ({ psa, connected }) => {
  const { configure } = useRights()
  return (
    <Card isFullHeight aria-label={psa.title}>
      <CardHeader>
        <CardTitle component='h2'>{psa.title}</CardTitle>
      </CardHeader>
      <CardBody>
        {connected.length === 0 ? (
          <Content component='p'>Not connected yet.</Content>
        ) : (
          <List isPlain>
            {connected.map(connection => (
              <ListItem key={connection.id}>
                <Link page={`apps/${connection.id}`}>{connection.name}</Link> <StateLabel state={connection.state} />
              </ListItem>
            ))}
          </List>
        )}
      </CardBody>
      <CardFooter>
        <ReasonedButton variant={connected.length === 0 ? 'primary' : 'secondary'} because={configure ? undefined : ADMINS_DO} onClick={() => open(`apps/new/${psa.id}`)}>
          Connect {psa.title}
        </ReasonedButton>
      </CardFooter>
    </Card>
  )
}
