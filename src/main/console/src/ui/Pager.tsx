import React from 'react'
import { ActionList, ActionListItem, Button } from '@patternfly/react-core'
import type { Paged } from './useRows'

/** Steps through the pages of a list. Nothing while all of it fits on one. */
export const Pager: React.FC<{ rows: Paged<unknown> }> = ({ rows: { page, back, forward } }) =>
  back || forward ? (
    <ActionList aria-label='Pages'>
      <ActionListItem>
        <Button variant='secondary' isDisabled={!back} onClick={back}>
          Previous
        </Button>
      </ActionListItem>
      <ActionListItem>Page {page}</ActionListItem>
      <ActionListItem>
        <Button variant='secondary' isDisabled={!forward} onClick={forward}>
          Next
        </Button>
      </ActionListItem>
    </ActionList>
  ) : null
