import React from 'react'
import { InputGroup, InputGroupItem, InputGroupText, TextInput } from '@patternfly/react-core'
import { pickable } from './time'

/** A filter by a time in the reader's own zone. */
export const FilterMoment: React.FC<{ label: string; value: string; onChange: (value: string) => void }> = ({ label, value, onChange }) => (
  <InputGroup>
    <InputGroupText>{label}</InputGroupText>
    <InputGroupItem>
      <TextInput type='datetime-local' aria-label={label} value={pickable(value)} onChange={(_, picked) => onChange(picked)} />
    </InputGroupItem>
  </InputGroup>
)
