import React, { useState } from 'react'
import { FormGroup } from '@patternfly/react-core'
import { FormField } from '../form/FormField'
import type { Values } from '../form/values'
import type { FieldError } from '../hub/http'
import type { OptionField } from '../hub/projects'
import { FilterText } from '../ui/FilterText'
import { fieldOf, startOf, withChosen } from './options'

interface Props {
  fields: OptionField[]
  typed: Values
  errors: FieldError[]
  searches: Record<string, string>
  disabled: boolean
  onChange: (name: string, value: unknown) => void
  onSearch: (name: string, text: string) => void
}

/** The fields of the form Create PSA project. */
export const OptionFields: React.FC<Props> = ({ fields, typed, errors, searches, disabled, onChange, onSearch }) => {
  const [names, setNames] = useState<Record<string, string>>({})
  const change = (option: OptionField, value: unknown) => {
    const chosen = option.choices?.find(choice => choice.id === value)
    if (chosen && option.search) setNames(known => ({ ...known, [String(chosen.id)]: chosen.name }))
    onChange(option.name, value)
  }
  return (
    <>
      {fields.map(option => {
        const value = typed[option.name] === undefined ? startOf(option) : typed[option.name]
        const error = errors.find(one => one.field === option.name || one.field.endsWith('.' + option.name))?.message ?? option.problem
        return (
          <React.Fragment key={option.name}>
            {option.search && (
              <FormGroup label={`Find: ${option.title}`} role='group'>
                <FilterText label={option.search} value={searches[option.name] ?? ''} onChange={text => onSearch(option.name, text)} />
                {searches[option.name] && <span aria-live='polite'>{found(option)}</span>}
              </FormGroup>
            )}
            <FormField field={withChosen(fieldOf(option), value, names)} value={value} error={error} disabled={disabled} onChange={picked => change(option, picked)} />
          </React.Fragment>
        )
      })}
    </>
  )
}

function found({ title, choices = [], more }: OptionField): string {
  if (choices.length === 0) return `No ${title.toLowerCase()} matches.`
  return more ? `The first ${choices.length} are listed below.` : `${choices.length} ${choices.length === 1 ? 'is' : 'are'} listed below.`
}
