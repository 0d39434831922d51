import React from 'react'
import { FormSelect, FormSelectOption } from '@patternfly/react-core'

interface Props {
  label: string
  value: string
  options: { value: string; label: string }[]
  onChange: (value: string) => void
}

/** A filter by one of several values; the first entry clears the filter and shows its name. */
export const FilterSelect: React.FC<Props> = ({ label, value, options, onChange }) => (
  <FormSelect aria-label={label} value={value} onChange={(_, picked) => onChange(picked)}>
    <FormSelectOption value='' label={`${label}: all`} />
    {options.map(option => (
      <FormSelectOption key={option.value} value={option.value} label={option.label} />
    ))}
  </FormSelect>
)
