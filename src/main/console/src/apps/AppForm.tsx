import React, { useEffect, useState } from 'react'
import { ExpandableSection, Form, FormSection } from '@patternfly/react-core'
import { FormField } from '../form/FormField'
import { groupsOf, type Field, type Group, type Schema } from '../form/schema'
import { valueAt, withValue } from '../form/values'
import { FieldErrors, focusField } from '../form/FieldErrors'
import { connections } from '../hub/connections'
import { usePlace } from '../ui/location'
import { useData } from '../ui/useData'
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
  // Where they cannot be read they are typed.
  const names = useData(async signal => (isNew || !app.draft.enabled ? {} : await connections.names(app.draft.id, signal).catch(() => ({}) as Record<string, string[]>)), `names ${isNew ? '' : app.draft.id}`).data ?? {}
  const field = (one: Field, value: unknown, change: (value: unknown) => void) => (
    <FormField key={one.path} field={one} value={value} error={error(one.path)} stored={secrets.includes(one.path)} offered={one.names ? names[one.names] : undefined} zone={String(valueAt(app.draft.settings, 'time.zone') || "the hub's time zone")} disabled={disabled} onChange={change} />
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
        {children}
      </FormSection>
    </ExpandableSection>
  )
}
