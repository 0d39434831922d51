import React from 'react'
import { Spinner } from '@patternfly/react-core'
import { connections, systems, type Connection, type Psa } from '../hub/connections'
import { Page } from '../ui/Page'
import { Trouble } from '../ui/Trouble'
import { useData } from '../ui/useData'
import { AppEditor } from './AppEditor'

/** Loads one connection with its form. */
export const AppPage: React.FC<{ id: string }> = ({ id }) => {
  const loaded = useData<[Connection, Psa[]]>(signal => Promise.all([connections.one(id, signal), systems(signal)]), id)
  const [connection, psas] = loaded.data ?? []
  const psa = psas?.find(one => one.id === connection?.system)
  if (connection && psa) return <AppEditor connection={connection} psa={psa} />
  return (
    <Page title='Connected apps' about={id}>
      <Trouble failure={loaded.failure ?? (connection && new Error(`The hub has no routes for ${connection.system}.`))} again={loaded.reload} />
      {loaded.loading && <Spinner aria-label='Loading' />}
    </Page>
  )
}
