import React, { useState } from 'react'
import { Button, Content, Spinner } from '@patternfly/react-core'
import { systems, type CheckedRights, type Psa } from '../hub/connections'
import { ADMINS_DO } from '../hub/me'
import { open } from '../ui/location'
import { Nothing } from '../ui/Nothing'
import { Page } from '../ui/Page'
import { ReasonedButton } from '../ui/ReasonedButton'
import { Trouble } from '../ui/Trouble'
import { useData } from '../ui/useData'
import { useRights } from '../ui/useRights'
import { setUnsaved } from '../ui/leaving'
import { useUnsaved } from '../ui/useUnsaved'
import { AppForm } from './AppForm'
import { TestedRights } from './AppStatus'
import { useApp } from './useApp'

/** The form for a new connection. */
export const NewApp: React.FC<{ system: string }> = ({ system }) => {
  const psas = useData(systems, 'systems')
  const psa = psas.data?.find(one => one.id === system)
  if (psa) return <Form psa={psa} />
  return (
    <Page title='Connected apps' about='New connection.'>
      <Trouble failure={psas.failure} again={psas.reload} />
      {psas.loading ? <Spinner aria-label='Loading' /> : <Nothing title={`The hub has no routes for ${system}`}>Go back to Connected apps and choose a tile.</Nothing>}
    </Page>
  )
}

const Form: React.FC<{ psa: Psa }> = ({ psa }) => {
  const { configure } = useRights()
  const app = useApp({ id: '', name: '', system: psa.id, enabled: false, settings: {} }, true)
  const save = async () => {
    const saved = await app.save()
    if (!saved) return
    setUnsaved(false)
    open(`apps/${saved.id}`)
  }
  useUnsaved(app.changed)
  const [testing, setTesting] = useState(false)
  const [found, setFound] = useState<CheckedRights>()
  const test = async () => {
    setTesting(true)
    const tested = await app.test()
    if (tested) setFound(tested)
    setTesting(false)
  }
  return (
    <Page
      title={`Connect ${psa.title}`}
      isSticky
      about='Test it, then save it. It is saved as disabled: enable it afterwards.'
      actions={[
        <ReasonedButton because={configure ? undefined : ADMINS_DO} isDisabled={app.saving} isLoading={app.saving} onClick={() => void save()}>
          Save
        </ReasonedButton>,
        <ReasonedButton variant='secondary' because={configure ? undefined : ADMINS_DO} isDisabled={testing} isLoading={testing} onClick={() => void test()}>
          Test connection
        </ReasonedButton>,
        <Button variant='link' onClick={() => open('apps')}>
          Cancel
        </Button>,
      ]}
    >
      {!configure && <Content component='p'>Only an admin can connect apps.</Content>}
      {found && <TestedRights found={found} unsaved isChanged={app.changedSinceTest} />}
      <AppForm app={app} schema={psa.settings} secrets={[]} isNew disabled={!configure || app.saving} />
    </Page>
  )
}
