import React, { useState } from 'react'
import { Button, Form, Spinner, Switch } from '@patternfly/react-core'
import { FormField } from '../form/FormField'
import { fieldsOf, type Field } from '../form/schema'
import { valueAt, withValue } from '../form/values'
import { alerts, tested, type Channel, type Target } from '../hub/alerts'
import { ADMINS_DO } from '../hub/me'
import { act } from '../ui/act'
import { Confirm } from '../ui/Confirm'
import { setUnsaved } from '../ui/leaving'
import { open } from '../ui/location'
import { Page } from '../ui/Page'
import { ReasonedButton } from '../ui/ReasonedButton'
import { Trouble } from '../ui/Trouble'
import { useData } from '../ui/useData'
import { useRights } from '../ui/useRights'
import { useDraft } from './useDraft'

const NAME: Field = { path: 'name', title: 'Name', kind: 'text', required: true, initial: '', choices: [], description: 'The display name.' }

export const NewTarget: React.FC<{ channel: string }> = ({ channel }) => {
  const channels = useData(alerts.channels, 'alert channels')
  const form = channels.data?.find(one => one.id === channel)
  return form ? <TargetForm channel={form} /> : <Loading failure={channels.failure} />
}

/** One target: its settings and its test. */
export const TargetPage: React.FC<{ id: string }> = ({ id }) => {
  const channels = useData(alerts.channels, 'alert channels')
  const target = useData(signal => alerts.target(id, signal), `alert target ${id}`)
  const form = channels.data?.find(one => one.id === target.data?.channel)
  return form && target.data ? <TargetForm channel={form} target={target.data} /> : <Loading failure={target.failure ?? channels.failure} />
}

const Loading: React.FC<{ failure: Error | undefined }> = ({ failure }) => (
  <Page title='Alerts' about='A target of alerts.'>
    {failure ? <Trouble failure={failure} /> : <Spinner aria-label='Loading' />}
  </Page>
)

const TargetForm: React.FC<{ channel: Channel; target?: Target }> = ({ channel, target }) => {
  const { configure } = useRights()
  const [secrets, setSecrets] = useState(target?.secrets ?? [])
  const [testing, setTesting] = useState(false)
  const [deleting, setDeleting] = useState(false)
  const initial = { name: target?.name ?? '', channel: channel.id, enabled: target?.enabled ?? true, settings: target?.settings ?? {} }
  const form = useDraft(
    initial,
    async draft => {
      if (!target) open(`alerts/targets/${(await alerts.createTarget(draft)).id}`)
      else setSecrets((await alerts.saveTarget(target.id, draft)).secrets)
    },
    !target
  )
  const test = async () => {
    if (!target) return
    setTesting(true)
    await act(
      async () => tested((await alerts.test(target.id)).delivery),
      done => (done.state === 'SENT' ? `A test was sent to ${target.name}.` : `The test was not delivered: ${done.error ?? 'it is still waiting'}`),
      done => done.state === 'SENT'
    )
    setTesting(false)
  }
  return (
    <Page
      title={target ? target.name : `New target: ${channel.title}`}
      about={target ? `${channel.title}: where alerts are sent.` : 'Save it, then send a test.'}
      actions={[
        <Switch key='enabled' id='enabled' label='Enabled' isChecked={form.draft.enabled} isDisabled={!configure} onChange={(_, enabled) => form.change({ enabled })} />,
        <ReasonedButton key='save' because={!configure ? ADMINS_DO : form.changed ? undefined : 'There are no changes.'} isDisabled={form.saving} isLoading={form.saving} onClick={() => void form.save()}>
          Save
        </ReasonedButton>,
        <ReasonedButton
          key='test'
          variant='secondary'
          because={!configure ? ADMINS_DO : !target || form.changed ? 'Save it first.' : undefined}
          isDisabled={testing}
          isLoading={testing}
          onClick={() => void test()}
        >
          Send test
        </ReasonedButton>,
        <Button key='back' variant='link' onClick={() => open('alerts')}>
          Back
        </Button>,
        ...(target
          ? [
              <ReasonedButton key='delete' variant='link' isDanger because={configure ? undefined : ADMINS_DO} onClick={() => setDeleting(true)}>
                Delete
              </ReasonedButton>,
            ]
          : []),
      ]}
    >
      <Form isWidthLimited onSubmit={event => event.preventDefault()}>
        <Trouble failure={form.failure} />
        <FormField field={NAME} value={form.draft.name} error={form.error('name')} disabled={!configure} onChange={name => form.change({ name: String(name) })} />
        {fieldsOf(channel.settings).map(field => (
          <FormField
            key={field.path}
            field={field}
            value={valueAt(form.draft.settings, field.path)}
            error={form.error(`settings.${field.path}`)}
            stored={secrets.includes(field.path)}
            disabled={!configure}
            onChange={value => form.change({ settings: withValue(form.draft.settings, field.path, value) })}
          />
        ))}
      </Form>
      {deleting && target && (
        <Confirm
          title={`Delete ${target.name}?`}
          verb='Delete'
          danger
          onClose={() => setDeleting(false)}
          onConfirm={async () => {
            const gone = await act(async () => (await alerts.deleteTarget(target.id), true), `${target.name} is deleted.`)
            if (!gone) return
            setUnsaved(false)
            open('alerts')
          }}
        >
          This also deletes its messages. To pause the target, disable it instead.
        </Confirm>
      )}
    </Page>
  )
}
