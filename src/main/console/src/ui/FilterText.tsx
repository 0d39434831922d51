import React, { useEffect, useState } from 'react'
import { SearchInput } from '@patternfly/react-core'

const PAUSE_MILLIS = 400

/** A filter by text: queries the hub when typing pauses, not at each key. */
export const FilterText: React.FC<{ label: string; value: string; onChange: (value: string) => void }> = ({ label, value, onChange }) => {
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  useEffect(() => {
    if (typed === value) return undefined
    const timer = setTimeout(() => onChange(typed), PAUSE_MILLIS)
    return () => clearTimeout(timer)
  }, [typed])
  return (
    <SearchInput
      style={{ inlineSize: '16rem' }}
      aria-label={label}
      placeholder={label}
      value={typed}
      onChange={(_, text) => setTyped(text)}
      onSearch={() => onChange(typed)}
      onClear={() => onChange('')}
    />
  )
}
