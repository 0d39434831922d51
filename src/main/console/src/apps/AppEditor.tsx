import React, { useState } from 'react'
import { Button, Switch } from '@patternfly/react-core'
import { connections, type CheckedRights, type Connection, type Psa } from '../hub/connections'
import { DriftLine } from '../drift/DriftLine'
import { Charts } from '../overview/Charts'
import { ADMINS_DO, OPERATORS_DO } from '../hub/me'
import { Notice } from '../ui/Notice'
import { act } from '../ui/act'
import { Confirm } from '../ui/Confirm'
import { setUnsaved as noChanges } from '../ui/leaving'
import { open } from '../ui/location'
import { Page } from '../ui/Page'
import { ReasonedButton } from '../ui/ReasonedButton'
import { useData } from '../ui/useData'
import { useRights } from '../ui/useRights'
import { useUnsaved } from '../ui/useUnsaved'
import { AppForm } from './AppForm'
import { AppStatus } from './AppStatus'
import { useApp, withoutSecrets } from './useApp'

/** One connection: its status, its rights, and its settings. */
export const AppEditor: React.FC<{ connection: Connection; psa: Psa }> = ({ connection, psa }) => {
  const { operate, configure } = useRights()
  const [secrets, setSecrets] = useState(connection.secrets)
  const [warnings, setWarnings] = useState(connection.warnings ?? [])
  const [enabled, setEnabled] = useState(connection.enabled)
  const [testing, setTesting] = useState(false)
  const [deleting, setDeleting] = useState(false)
  const app = useApp(withoutSecrets(connection), false)
  useUnsaved(app.changed)
  const state = useData(signal => connections.state(connection.id, signal), `state ${connection.id}`, 5000)
  const rights = useData(signal => connections.rights(connection.id, signal), `rights ${connection.id}`)

  const [unsaved, setUnsaved] = useState<CheckedRights>()
  const save = async () => {
    const isTested = unsaved !== undefined && !app.changedSinceTest
    const saved = await app.save()
    if (saved) setUnsaved(undefined)
    // The result of a test is kept with the settings that it was of.
    if (saved && isTested) await connections.check(connection.id).catch(() => undefined)
    if (saved) setSecrets(saved.secrets)
    if (saved) setWarnings(saved.warnings ?? [])
    state.reload()
    rights.reload()
  }
  const enable = async (on: boolean) => {
    const now = await act(() => connections.enable(connection.id, on), `${app.draft.name} is ${on ? 'enabled' : 'disabled'}.`)
    if (!now) return
    setEnabled(now.enabled)
    app.sync({ enabled: now.enabled })
    state.reload()
  }
  const test = async () => {
    setTesting(true)
    if (app.changed) {
      const found = await app.test()
      // The result of the last test stays, as one of other settings.
      if (found) setUnsaved(found)
      setTesting(false)
      return
    }
    await act(() => connections.check(connection.id), result => summary(missing(result)), result => missing(result) === 0)
    setTesting(false)
    rights.reload()
    state.reload()
  }
  return (
    <Page
      title={app.draft.name}
      about={[`${psa.title}, ${connection.id}`, app.changed && 'Not saved yet'].filter(Boolean).join('. ')}
      isSticky
      actions={[
        <Switch key='enabled' id='enabled' label='Enabled' isChecked={enabled} isDisabled={!configure} onChange={(_, on) => void enable(on)} />,
        <ReasonedButton key='save' because={!configure ? ADMINS_DO : app.changed ? undefined : 'There are no changes.'} isDisabled={app.saving} isLoading={app.saving} onClick={() => void save()}>
          Save
        </ReasonedButton>,
        <ReasonedButton key='test' variant='secondary' because={operate ? undefined : OPERATORS_DO} isDisabled={testing} isLoading={testing} onClick={() => void test()}>
          Test connection
        </ReasonedButton>,
        <ReasonedButton
          key='sync'
          variant='secondary'
          because={!operate ? OPERATORS_DO : enabled ? undefined : 'The connection is disabled.'}
          onClick={() => void act(() => connections.sync(connection.id), 'Sync started.')}
        >
          Sync now
        </ReasonedButton>,
        <ReasonedButton
          key='full'
          variant='secondary'
          because={!operate ? OPERATORS_DO : enabled ? undefined : 'The connection is disabled.'}
          onClick={() => void act(() => connections.syncAll(connection.id), 'Full sync started.')}
        >
          Full sync
        </ReasonedButton>,
        <Button key='logs' variant='secondary' onClick={() => open('log', { connection: connection.id })}>
          View Logs
        </Button>,
        <ReasonedButton key='delete' variant='link' isDanger because={configure ? undefined : ADMINS_DO} onClick={() => setDeleting(true)}>
          Delete
        </ReasonedButton>,
      ]}
    >
      {warnings.map(warning => (
        <Notice key={warning} variant='warning' title={warning} />
      ))}
      <AppStatus state={state} rights={rights} unsaved={unsaved} isChanged={unsaved ? app.changedSinceTest : app.changed} />
      <DriftLine connection={connection.id} />
      <Charts connection={connection.id} />
      <AppForm app={app} schema={psa.settings} secrets={secrets} isNew={false} disabled={!configure || app.saving} />
      {deleting && (
        <Confirm
          title={`Delete ${connection.name}?`}
          verb='Delete'
          typed={connection.name}
          danger
          onClose={() => setDeleting(false)}
          onConfirm={async () => {
            const gone = await act(async () => (await connections.delete(connection.id), true), `${app.draft.name} is deleted.`)
            if (!gone) return
            noChanges(false)
            open('apps')
          }}
        >
          This also deletes its settings, jobs, opportunities and ledger: projects that were pushed can then be found only by lookups in the PSA.
          To pause the connection, disable it instead.
        </Confirm>
      )}
    </Page>
  )
}

function missing({ rights }: CheckedRights): number {
  return rights.filter(right => right.state === 'MISSING').length
}

function summary(missing: number): string {
  return missing === 0 ? 'Test finished: no missing rights found.' : `Test finished: ${missing} ${missing === 1 ? 'right is' : 'rights are'} missing.`
}
