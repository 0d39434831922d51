import React from 'react'
import { FormSelect, FormSelectOption, TextInput } from '@patternfly/react-core'
import { notYet, withName } from './names'

interface Props {
  id: string
  'aria-describedby': string
  isDisabled: boolean | undefined
  validated: 'error' | 'default'
  title: string
  value: string
  /** Empty while they are not known. */
  offered: string[]
  /** Whether it contains one name only. */
  isOne: boolean
  /** Whether the names are the tenant's. */
  isOfPsa: boolean
  onChange: (value: unknown) => void
}

/** Names separated by commas or a single one, typed or picked from a list. */
export const NamesInput: React.FC<Props> = ({ title, value, offered, isOne, isOfPsa, onChange, ...shared }) => {
  const left = isOne ? offered.filter(name => name.toLowerCase() !== value.trim().toLowerCase()) : notYet(offered, value)
  const label = `${isOne ? 'Choose' : 'Add'}${isOfPsa ? ' from the PSA' : ''}`
  return (
    <>
      <TextInput {...shared} type='text' value={value} onChange={(_, text) => onChange(text)} />
      {left.length > 0 && (
        <FormSelect aria-label={isOne ? `Choose ${title}` : `Add to ${title}`} value='' isDisabled={shared.isDisabled} onChange={(_, name) => name && onChange(isOne ? name : withName(value, name))}>
          <FormSelectOption value='' label={label} />
          {left.map(name => (
            <FormSelectOption key={name} value={name} label={name} />
          ))}
        </FormSelect>
      )}
    </>
  )
}
