import React from 'react'
import { Card, CardFooter, CardHeader, CardTitle, Content, Gallery, Label, Spinner } from '@patternfly/react-core'
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table'
import { systems, type Psa } from '../hub/connections'
import { ADMINS_DO } from '../hub/me'
import { overviewSummary, type Line } from '../hub/overview'
import { ConnectionFilters, connectionSearch } from '../overview/ConnectionFilters'
import { useLines } from '../overview/useLines'
import { FilterSelect } from '../ui/FilterSelect'
import { Link } from '../ui/Link'
import { open, usePlace } from '../ui/location'
import { Nothing } from '../ui/Nothing'
import { Page } from '../ui/Page'
import { Pager } from '../ui/Pager'
import { ReasonedButton } from '../ui/ReasonedButton'
import { Trouble } from '../ui/Trouble'
import { useData } from '../ui/useData'
import { useRights } from '../ui/useRights'
import { StateLabel } from './StateLabel'

const LIVE_MILLIS = 10000

/** One tile per PSA, and the connections. */
export const AppTiles: React.FC = () => {
  const { filters, filter } = usePlace('apps')
  const psas = useData(systems, 'systems')
  const summary = useData(overviewSummary, 'summary', LIVE_MILLIS)
  const lines = useLines(connectionSearch(filters), LIVE_MILLIS)
  return (
    <Page title='Connected apps' about='Each connection links one ScopeStack account to one PSA tenant.'>
      <Trouble failure={psas.failure ?? summary.failure ?? lines.failure} again={lines.reload} />
      {!psas.data || !summary.data ? (
        (psas.loading || summary.loading) && <Spinner aria-label='Loading' />
      ) : (
        <>
          <Gallery hasGutter minWidths={{ default: 'min(24rem, 100%)' }}>
            {psas.data.map(psa => (
              <Tile key={psa.id} psa={psa} isFirst={summary.data!.connections === 0} />
            ))}
          </Gallery>
          <Content component='h2'>Connections</Content>
          {summary.data.connections === 0 ? (
            <Content component='p'>Not connected yet.</Content>
          ) : (
            <>
              <ConnectionFilters filters={filters} tags={summary.data.tags} onChange={filter}>
                {psas.data.length > 1 && <FilterSelect label='PSA' value={filters['system'] ?? ''} options={psas.data.map(psa => ({ value: psa.id, label: psa.title }))} onChange={system => filter({ system })} />}
              </ConnectionFilters>
              {lines.rows?.length === 0 && <Nothing title='No connections match'>Remove a filter to see more.</Nothing>}
              {lines.rows && lines.rows.length > 0 && <Connections lines={lines.rows} psas={psas.data} />}
              <Pager rows={lines} />
            </>
          )}
        </>
      )}
    </Page>
  )
}

const Connections: React.FC<{ lines: Line[]; psas: Psa[] }> = ({ lines, psas }) => (
  <Table aria-label='Connections' variant='compact'>
    <Thead>
      <Tr>
        <Th modifier='wrap'>Connection</Th>
        <Th modifier='wrap'>PSA</Th>
        <Th modifier='wrap'>State</Th>
        <Th modifier='wrap'>Tags</Th>
      </Tr>
    </Thead>
    <Tbody>
      {lines.map(line => (
        <Tr key={line.id}>
          <Td dataLabel='Connection'>
            <Link page={`apps/${line.id}`}>{line.name}</Link>
          </Td>
          <Td dataLabel='PSA'>{psas.find(psa => psa.id === line.system)?.title ?? line.system}</Td>
          <Td dataLabel='State'>
            <StateLabel state={line.state} />
          </Td>
          <Td dataLabel='Tags'>
            {line.tags.map(tag => (
              <Label key={tag} isCompact>
                {tag}
              </Label>
            ))}
          </Td>
        </Tr>
      ))}
    </Tbody>
  </Table>
)

const Tile: React.FC<{ psa: Psa; isFirst: boolean }> = ({ psa, isFirst }) => {
  const { configure } = useRights()
  return (
    <Card isFullHeight aria-label={psa.title}>
      <CardHeader>
        <CardTitle component='h2'>{psa.title}</CardTitle>
      </CardHeader>
      <CardFooter>
        <ReasonedButton variant={isFirst ? 'primary' : 'secondary'} because={configure ? undefined : ADMINS_DO} onClick={() => open(`apps/new/${psa.id}`)}>
          Connect {psa.title}
        </ReasonedButton>
      </CardFooter>
    </Card>
  )
}
