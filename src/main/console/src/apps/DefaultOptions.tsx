import React, { useEffect, useState } from 'react'
import { Content } from '@patternfly/react-core'
import { FormField } from '../form/FormField'
import type { Field } from '../form/schema'
import type { Values } from '../form/values'
import type { FieldError } from '../hub/http'
import { projects, type OptionField } from '../hub/projects'
import { asked, startOf, withChange } from '../projects/options'
import { OptionFields } from '../projects/OptionFields'
import { Trouble } from '../ui/Trouble'
import { useData } from '../ui/useData'

interface Props {
  connection: string
  field: Field
  value: unknown
  errors: FieldError[]
  /** Why the tenant cannot be asked. */
  notOffered: string | undefined
  disabled: boolean
  onChange: (value: unknown) => void
}

/** The initial values of the form Create PSA project, with the tenant's choices; as JSON where it cannot be asked. */
export const DefaultOptions: React.FC<Props> = ({ connection, field, value, errors, notOffered, disabled, onChange }) => {
  const typed = (typeof value === 'object' && value !== null ? value : {}) as Values
  const [searches, setSearches] = useState<Record<string, string>>({})
  const [fields, setFields] = useState<OptionField[]>()
  const chosen = asked(fields ?? [], typed, searches)
  const canAsk = notOffered === undefined && typeof value !== 'string'
  const form = useData(async signal => (canAsk ? await projects.options(connection, chosen, signal) : undefined), `defaults ${connection} ${String(canAsk)} ${JSON.stringify(chosen)}`)
  useEffect(() => form.data && setFields(form.data.fields), [form.data])
  // A date is of one project.
  const shown = fields?.filter(one => one.type !== 'date' || typed[one.name] !== undefined)
  const error = errors.find(one => one.field === `settings.${field.path}`)?.message
  if (!canAsk || (!fields && form.failure)) {
    return (
      <>
        <Trouble failure={form.failure} again={form.reload} />
        <FormField field={{ ...field, description: `${field.description} In JSON. ${notOffered?.replace('The names of the PSA are', 'The form is') ?? ''}`.trim() }} value={value} error={error} disabled={disabled} onChange={onChange} />
      </>
    )
  }
  return (
    <section aria-label={field.title}>
      <Content component='h3'>{field.title}</Content>
      <Content component='p'>{field.description}</Content>
      {shown && (
        <OptionFields
          fields={shown}
          typed={byId(shown, typed)}
          errors={errors.filter(one => one.field.startsWith(`settings.${field.path}.`))}
          searches={searches}
          disabled={disabled}
          onChange={(name, changed) => onChange(withChange(typed, name, changed, fields ?? []))}
          onSearch={(name, text) => setSearches(before => ({ ...before, [name]: text }))}
        />
      )}
    </section>
  )
}

/** Options may be stored by name; the choices are found by id. */
function byId(fields: OptionField[], typed: Values): Values {
  return Object.fromEntries(fields.filter(one => typed[one.name] !== undefined).map(one => [one.name, startOf({ ...one, default: typed[one.name] as OptionField['default'] })]))
}
