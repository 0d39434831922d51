import React, { useEffect } from 'react'
import { Button, List, ListItem } from '@patternfly/react-core'
import type { FieldError } from '../hub/http'
import { Notice } from '../ui/Notice'
import { spoken } from '../ui/spoken'
import { located, type Located } from './errors'
import type { Field } from './schema'

/** What is wrong with a form, with a link to each field; the first one gets the focus. */
export const FieldErrors: React.FC<{ failure: Error | undefined; errors: FieldError[]; fields: Field[] }> = ({ failure, errors, fields }) => {
  const found = located(errors, fields)
  useEffect(() => {
    const first = found.find(error => error.path !== undefined)
    if (first) focusField(first.path!)
  }, [failure])
  if (!failure) return null
  if (errors.length === 0) return <Notice variant='danger' title={spoken(failure.message)} />
  return (
    <Notice variant='danger' title={errors.length === 1 ? '1 field needs attention.' : `${errors.length} fields need attention.`}>
      <List>
        {found.map(error => (
          <ListItem key={error.label + error.message}>
            <Label error={error} /> {spoken(error.message)}
          </ListItem>
        ))}
      </List>
    </Notice>
  )
}

const Label: React.FC<{ error: Located }> = ({ error: { path, label } }) =>
  path === undefined ? (
    <strong>{label}</strong>
  ) : (
    <Button variant='link' isInline onClick={() => focusField(path)}>
      {label}
    </Button>
  )

/** Waits for its group to open. */
export function focusField(path: string): void {
  setTimeout(() => {
    const field = document.getElementById(`field-${path}`)
    field?.scrollIntoView({ block: 'nearest' })
    field?.focus({ preventScroll: true })
  })
}
