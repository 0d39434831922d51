import React from 'react'
import {
  FormGroup,
  FormHelperText,
  FormSelect,
  FormSelectOption,
  HelperText,
  HelperTextItem,
  Switch,
  TextArea,
  TextInput,
} from '@patternfly/react-core'
import type { Field } from './schema'
import { NamesInput } from './NamesInput'
import { ScheduleInput } from './ScheduleInput'

interface Props {
  field: Field
  value: unknown
  error?: string
  /** A secret that the hub has stored; it is never shown, and kept if the field is left empty. */
  stored?: boolean
  disabled?: boolean
  /** Names of the tenant for a field that contains some. */
  offered?: string[]
  /** Why the names are not offered. */
  notOffered?: string
  /** Whose clock schedules follow, in words. */
  zone?: string
  onChange: (value: unknown) => void
}

/** One field of a form described by a schema, with its help and its error. */
export const FormField: React.FC<Props> = props => {
  const { field, error, stored, notOffered } = props
  const id = `field-${field.path}`
  return (
    <FormGroup label={field.kind === 'switch' ? undefined : field.title} fieldId={id} isRequired={field.required && !stored}>
      <Input {...props} id={id} />
      <FormHelperText>
        <HelperText id={`${id}-help`}>
          {error && <HelperTextItem variant='error'>{withoutHelp(error, field)}</HelperTextItem>}
          {field.description && <HelperTextItem>{field.description}</HelperTextItem>}
          {field.names && notOffered && <HelperTextItem>{notOffered}</HelperTextItem>}
        </HelperText>
      </FormHelperText>
    </FormGroup>
  )
}

const Input: React.FC<Props & { id: string }> = ({ field, value, error, stored, disabled, zone, offered, onChange, id }) => {
  const shown = value === undefined ? field.initial : value
  const shared = { id, 'aria-describedby': `${id}-help`, isDisabled: disabled, validated: error ? ('error' as const) : ('default' as const) }
  switch (field.kind) {
    case 'switch':
      return <Switch id={id} label={field.title} isChecked={shown === true} isDisabled={disabled} onChange={(_, on) => onChange(on)} />
    case 'select':
      return (
        <FormSelect {...shared} value={shown == null ? '' : String(shown)} onChange={(_, picked) => onChange(choiceOf(field, picked))}>
          {(shown == null || canBeNone(field)) && <FormSelectOption value='' label={field.required ? 'Choose' : (field.none ?? 'None')} />}
          {field.choices.map(choice => (
            <FormSelectOption key={choice.id} value={String(choice.id)} label={choice.name} />
          ))}
        </FormSelect>
      )
    case 'secret':
      return (
        <TextInput
          {...shared}
          type='password'
          autoComplete={field.autoComplete ?? 'new-password'}
          value={value == null ? '' : String(value)}
          placeholder={stored ? 'Set; leave empty to keep it' : field.required ? undefined : 'Not set'}
          onChange={(_, text) => onChange(text === '' ? undefined : text)}
        />
      )
    case 'number':
      return <TextInput {...shared} type='number' value={shown == null ? '' : Number(shown)} onChange={(_, text) => onChange(text === '' ? undefined : Number(text))} />
    case 'date':
      return <TextInput {...shared} type='date' value={shown == null ? '' : String(shown)} onChange={(_, text) => onChange(text === '' ? undefined : text)} />
    case 'time-zone':
      return (
        <>
          <TextInput {...shared} type='text' list={`${id}-zones`} value={shown == null ? '' : String(shown)} onChange={(_, text) => onChange(text)} />
          <datalist id={`${id}-zones`}>
            {Intl.supportedValuesOf('timeZone').map(zone => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
        </>
      )
    case 'schedule':
      return <ScheduleInput {...shared} title={field.title} value={shown == null ? '' : String(shown)} isDefault={shown === field.initial} zone={zone ?? "the hub's time zone"} onChange={onChange} />
    case 'json':
    case 'options':
      return <JsonInput {...shared} value={shown} onChange={onChange} />
    default:
      if (field.names || field.known) {
        return <NamesInput {...shared} title={field.title} value={shown == null ? '' : String(shown)} offered={field.known ?? offered ?? []} isOne={field.isOne ?? false} isOfPsa={field.known === undefined} onChange={onChange} />
      }
      return <TextInput {...shared} type='text' value={shown == null ? '' : String(shown)} onChange={(_, text) => onChange(text)} />
  }
}

/** Text that is not valid JSON yet is sent as is; the hub reports the error. */
const JsonInput: React.FC<{ id: string; isDisabled?: boolean; value: unknown; onChange: (value: unknown) => void }> = ({ id, isDisabled, value, onChange }) => (
  <TextArea
    id={id}
    isDisabled={isDisabled}
    resizeOrientation='vertical'
    rows={4}
    value={typeof value === 'string' ? value : JSON.stringify(value ?? {}, null, 2)}
    onChange={(_, text) => {
      try {
        onChange(JSON.parse(text))
      } catch {
        onChange(text)
      }
    }}
  />
)

/** The hub repeats the field's help in its error; here the help is shown below the field. */
function withoutHelp(error: string, field: Field): string {
  return `${field.title} ${error.split(` (${field.title}`)[0]}`
}

/** A field with a default can be empty only if that has a meaning. */
function canBeNone(field: Field): boolean {
  return !field.required && (field.none !== undefined || field.initial == null)
}

function choiceOf(field: Field, picked: string): string | number | null {
  return field.choices.find(choice => String(choice.id) === picked)?.id ?? null
}
