import React, { useEffect, useState } from 'react'
import { ExpandableSection, Form, FormSection } from '@patternfly/react-core'
import { FormField } from '../form/FormField'
import { groupsOf, type Field, type Group, type Schema } from '../form/schema'
import { valueAt, withValue } from '../form/values'
import { FieldErrors, focusField } from '../form/FieldErrors'
import { connections } from '../hub/connections'
import { usePlace } from '../ui/location'
import { spoken } from '../ui/spoken'
import { useData } from '../ui/useData'
import { DefaultOptions } from './DefaultOptions'
import type { EditedApp } from './useApp'

interface Props {
  app: EditedApp
  schema: Schema
  secrets: string[]
  isNew: boolean
  disabled: boolean
}

const ID: Field = { path: 'id', title: 'Id', kind: 'text', required: true, initial: '', choices: [], description: 'Lower-case letters, digits and hyphens, such as northwind-projects. It is used in URLs and logs and cannot be changed later.' }
const NAME: Field = { path: 'name', title: 'Name', kind: 'text', required: true, initial: '', choices: [], description: 'The display name.' }

/** All settings of a connection by group; groups with errors open automatically. */
export const AppForm: React.FC<Props> = ({ app, schema, secrets, isNew, disabled }) => {
  const error = (path: string) => app.errors.find(one => one.field === path || one.field === `settings.${path}`)?.message
  const own = [app.draft.system, 'scopestack']
  const shown = groupsOf(schema).sort((a, b) => rank(own, a) - rank(own, b))
  // A remedy names the field that it is about.
  const wanted = usePlace('apps').filters['field'] ?? ''
  useEffect(() => {
    if (wanted) focusField(wanted)
  }, [wanted])
  const canAsk = !isNew && app.draft.enabled
  const asked = useData(async signal => (canAsk ? await connections.names(app.draft.id, signal) : {}) as Record<string, string[]>, `names ${String(canAsk)} ${app.draft.id}`)
  const notOffered = whyNotOffered(isNew, app.draft.enabled, asked.failure)
  const field = (one: Field, value: unknown, change: (value: unknown) => void) =>
    one.kind === 'options' ? (
      <DefaultOptions key={one.path} connection={app.draft.id} field={one} value={value} errors={app.errors} notOffered={canAsk ? undefined : notOffered} disabled={disabled} onChange={change} />
    ) : (
      <FormField
        key={one.path}
        field={one}
        value={value}
        error={error(one.path)}
        stored={secrets.includes(one.path)}
        offered={one.names ? asked.data?.[one.names] : undefined}
        notOffered={notOffered}
        zone={String(valueAt(app.draft.settings, 'time.zone') || "the hub's time zone")}
        disabled={disabled}
        onChange={change}
      />
    )
  return (
    <Form isWidthLimited onSubmit={event => event.preventDefault()}>
      <FieldErrors failure={app.failure} errors={app.errors} fields={[ID, NAME, ...shown.flatMap(group => group.fields)]} />
      <FormSection title='Connection' titleElement='h2'>
        {isNew && field(ID, app.draft.id, value => app.change({ id: String(value) }))}
        {field(NAME, app.draft.name, value => app.change({ name: String(value) }))}
      </FormSection>
      {shown.map(group => (
        <GroupSection key={group.path} group={group} isOpen={own.includes(group.path)} isWrong={group.fields.some(one => error(one.path) || one.path === wanted)}>
          {group.fields.map(one => field(one, valueAt(app.draft.settings, one.path), value => app.change({ settings: withValue(app.draft.settings, one.path, value) })))}
        </GroupSection>
      ))}
    </Form>
  )
}

/** Where names cannot be asked for they are typed. */
function whyNotOffered(isNew: boolean, enabled: boolean, failure: Error | undefined): string | undefined {
  if (isNew) return 'The names of the PSA are offered here once the connection is saved and enabled.'
  if (!enabled) return 'The names of the PSA are offered here once the connection is enabled.'
  return failure && `The names of the PSA are not offered: ${spoken(failure.message)}`
}

/** Credentials come first. */
function rank(own: string[], group: Group): number {
  const at = own.indexOf(group.path)
  return at < 0 ? own.length : at
}

const GroupSection: React.FC<{ group: Group; isOpen: boolean; isWrong: boolean; children: React.ReactNode }> = ({ group, isOpen, isWrong, children }) => {
  const [asked, setAsked] = useState(isOpen)
  return (
    <ExpandableSection toggleText={group.title} isExpanded={asked || isWrong} onToggle={(_, now) => setAsked(now)} displaySize='lg'>
      <FormSection aria-label={group.title}>
        {group.description && <p>{group.description}</p>}
        {(asked || isWrong) && children}
      </FormSection>
    </ExpandableSection>
  )
}
