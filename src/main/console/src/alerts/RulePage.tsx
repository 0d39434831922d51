import React, { useState } from 'react'
import { Button, Checkbox, Form, FormFieldGroup, FormFieldGroupHeader, FormGroup, FormHelperText, HelperText, HelperTextItem, Spinner, Switch } from '@patternfly/react-core'
import { FormField } from '../form/FormField'
import type { Field, Kind } from '../form/schema'
import { alerts, type QuietHours, type Rule, type RuleDraft, type Target } from '../hub/alerts'
import type { Connection } from '../hub/connections'
import { inWords } from '../hub/jobs'
import { CLASSES } from '../hub/log'
import { ADMINS_DO } from '../hub/me'
import { act } from '../ui/act'
import { Confirm } from '../ui/Confirm'
import { useConnections } from '../ui/ConnectionFilter'
import { setUnsaved } from '../ui/leaving'
import { open } from '../ui/location'
import { Page } from '../ui/Page'
import { ReasonedButton } from '../ui/ReasonedButton'
import { Trouble } from '../ui/Trouble'
import { useData } from '../ui/useData'
import { useRights } from '../ui/useRights'
import { DAYS, dayOf, flowChoices } from './words'
import { useDraft } from './useDraft'

const EMPTY: RuleDraft = { name: '', enabled: true, classes: [], atLeast: 1, afterMinutes: 0, targets: [] }

const field = (path: string, title: string, kind: Kind, description: string, more: Partial<Field> = {}): Field => ({
  path, title, kind, description, required: false, initial: undefined, choices: [], ...more,
})

export const NewRule: React.FC = () => <Loaded rule={undefined} isNew />

/** One rule: what it reports, where and when. */
export const RulePage: React.FC<{ id: string }> = ({ id }) => {
  const rule = useData(signal => alerts.rule(id, signal), `alert rule ${id}`)
  return <Loaded rule={rule.data} failure={rule.failure} isNew={false} />
}

const Loaded: React.FC<{ rule: Rule | undefined; failure?: Error; isNew: boolean }> = ({ rule, failure, isNew }) => {
  const targets = useData(alerts.targets, 'alert targets')
  const connections = useConnections()
  const trouble = failure ?? targets.failure ?? connections.failure
  if (targets.data && connections.data && (rule || isNew)) return <RuleForm rule={rule} targets={targets.data} connections={connections.data} />
  return (
    <Page title='Alerts' about='A rule of alerts.'>
      {trouble ? <Trouble failure={trouble} /> : <Spinner aria-label='Loading' />}
    </Page>
  )
}

const RuleForm: React.FC<{ rule: Rule | undefined; targets: Target[]; connections: Connection[] }> = ({ rule, targets, connections }) => {
  const { configure } = useRights()
  const [deleting, setDeleting] = useState(false)
  const form = useDraft<RuleDraft>(
    rule ? draftOf(rule) : EMPTY,
    async draft => {
      if (rule) await alerts.saveRule(rule.id, draft)
      else await alerts.createRule(draft)
      open('alerts')
    },
    !rule
  )
  const { draft, change, error } = form
  const quiet = draft.quietHours ?? {}
  const quieten = (changes: QuietHours) => {
    const now = { timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, ...quiet, ...changes }
    change({ quietHours: now.from || now.to || now.days?.length ? now : undefined })
  }
  const shown = (one: Field, value: unknown, onChange: (value: unknown) => void) => (
    <FormField key={one.path} field={one} value={value} error={error(one.path)} disabled={!configure} onChange={onChange} />
  )
  const text = (value: unknown) => (value == null || value === '' ? undefined : String(value))
  const boxes = (name: string, all: { value: string; label: string }[], picked: string[], pick: (now: string[]) => void) =>
    all.map(one => (
      <Checkbox
        key={one.value}
        id={`${name}-${one.value}`}
        label={one.label}
        isChecked={picked.includes(one.value)}
        isDisabled={!configure}
        onChange={(_, on) => pick(on ? [...picked, one.value] : picked.filter(other => other !== one.value))}
      />
    ))
  return (
    <Page
      title={rule ? rule.name : 'New rule'}
      about='What is reported, where and when. It applies to problems that open after it was enabled.'
      actions={[
        <Switch key='enabled' id='enabled' label='Enabled' isChecked={draft.enabled} isDisabled={!configure} onChange={(_, enabled) => change({ enabled })} />,
        <ReasonedButton key='save' because={!configure ? ADMINS_DO : form.changed ? undefined : 'There are no changes.'} isDisabled={form.saving} isLoading={form.saving} onClick={() => void form.save()}>
          Save
        </ReasonedButton>,
        <Button key='back' variant='link' onClick={() => open('alerts')}>
          Back
        </Button>,
        ...(rule
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
        {shown(field('name', 'Name', 'text', 'The display name.', { required: true }), draft.name, name => change({ name: String(name ?? '') }))}
        <Group label='Targets' error={error('targets')} required>
          {boxes('target', targets.map(one => ({ value: String(one.id), label: one.name })), draft.targets.map(String), now => change({ targets: now.map(Number) }))}
        </Group>
        {shown(
          field('connection', 'Connection', 'select', 'Blank: all connections, and what concerns none.', { none: 'All connections', choices: connections.map(one => ({ id: one.id, name: one.name })) }),
          draft.connection,
          connection => change({ connection: text(connection) })
        )}
        {shown(field('flow', 'Flow', 'select', 'What failed.', { none: 'All flows', choices: flowChoices(draft.flow) }), draft.flow, flow => change({ flow: text(flow) }))}
        <Group label='Failure classes' help='None: all.' error={error('classes')}>
          {boxes('class', CLASSES.map(one => ({ value: one, label: inWords(one) })), draft.classes, classes => change({ classes }))}
        </Group>
        {shown(field('atLeast', 'From how many failures', 'number', 'Repetitions count.', { initial: 1 }), draft.atLeast, value => change({ atLeast: Number(value ?? 1) }))}
        {shown(field('afterMinutes', 'After how many minutes', 'number', 'Reported only if it is still open then.', { initial: 0 }), draft.afterMinutes, value => change({ afterMinutes: Number(value ?? 0) }))}
        <FormFieldGroup header={<FormFieldGroupHeader titleText={{ text: 'Quiet hours', id: 'quiet-hours' }} titleDescription='What happens then is one digest afterwards.' />}>
          {shown(field('quietHours.from', 'From', 'text', 'Such as 22:00. Blank: no quiet hours.'), quiet.from, from => quieten({ from: text(from) }))}
          {shown(field('quietHours.to', 'To', 'text', 'Such as 07:00.'), quiet.to, to => quieten({ to: text(to) }))}
          <Group label='Quiet days' help='Quiet as a whole.' error={error('quietHours.days')}>
            {boxes('day', DAYS.map(day => ({ value: day, label: dayOf(day) })), quiet.days ?? [], days => quieten({ days }))}
          </Group>
          {shown(field('quietHours.timeZone', 'Time zone', 'time-zone', 'Such as Europe/Berlin.'), quiet.timeZone, timeZone => quieten({ timeZone: text(timeZone) }))}
        </FormFieldGroup>
      </Form>
      {deleting && rule && (
        <Confirm
          title={`Delete ${rule.name}?`}
          verb='Delete'
          danger
          onClose={() => setDeleting(false)}
          onConfirm={async () => {
            const gone = await act(async () => (await alerts.deleteRule(rule.id), true), `${rule.name} is deleted.`)
            if (!gone) return
            setUnsaved(false)
            open('alerts')
          }}
        >
          Problems that it has reported are still reported as over.
        </Confirm>
      )}
    </Page>
  )
}

const Group: React.FC<{ label: string; help?: string; error?: string; required?: boolean; children: React.ReactNode }> = ({ label, help, error, required = false, children }) => (
  <FormGroup label={label} role='group' isRequired={required} isStack>
    {children}
    <FormHelperText>
      <HelperText>
        {error && <HelperTextItem variant='error'>{`${label} ${error}`}</HelperTextItem>}
        {help && <HelperTextItem>{help}</HelperTextItem>}
      </HelperText>
    </FormHelperText>
  </FormGroup>
)

function draftOf({ name, enabled, connection, classes, flow, atLeast, afterMinutes, quietHours, targets }: Rule): RuleDraft {
  return { name, enabled, connection, classes, flow, atLeast, afterMinutes, quietHours, targets }
}
