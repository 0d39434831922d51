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
  /** Names of the tenant; empty while they are not known. */
  offered: string[]
  onChange: (value: unknown) => void
}

/** Names separated by commas, typed or picked from the lists of the tenant. */
export const NamesInput: React.FC<Props> = ({ title, value, offered, onChange, ...shared }) => {
  const left = notYet(offered, value)
  return (
    <>
      <TextInput {...shared} type='text' value={value} onChange={(_, text) => onChange(text)} />
      {left.length > 0 && (
        <FormSelect aria-label={`Add to ${title}`} value='' isDisabled={shared.isDisabled} onChange={(_, name) => name && onChange(withName(value, name))}>
          <FormSelectOption value='' label='Add from the PSA' />
          {left.map(name => (
            <FormSelectOption key={name} value={name} label={name} />
          ))}
        </FormSelect>
      )}
    </>
  )
}
