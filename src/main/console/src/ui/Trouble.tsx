import React from 'react'
import { AlertActionLink, List, ListItem } from '@patternfly/react-core'
import { Refusal } from '../hub/http'
import { Notice } from './Notice'
import { spoken } from './spoken'

/** An error as a sentence, with a way to try again; nothing if there is no error. */
export const Trouble: React.FC<{ failure: Error | undefined; again?: () => void }> = ({ failure, again }) => {
  if (!failure) return null
  const errors = failure instanceof Refusal ? failure.problem.errors : []
  return (
    <Notice
      variant='danger'
      title={spoken(failure.message)}
      actionLinks={again && <AlertActionLink onClick={again}>Try again</AlertActionLink>}
    >
      {errors.length > 0 && (
        <List>
          {errors.map(error => (
            <ListItem key={error.field + error.message}>
              <strong>{error.field}</strong> {spoken(error.message)}
            </ListItem>
          ))}
        </List>
      )}
    </Notice>
  )
}
