import React from 'react'
import { Button, Flex } from '@patternfly/react-core'
import type { Paged } from './useRows'

/** Steps through the pages of a list. Hidden if there is only one page. */
export const Pager: React.FC<{ rows: Pick<Paged<unknown>, 'page' | 'back' | 'forward'> }> = ({ rows: { page, back, forward } }) =>
  back || forward ? (
    <Flex component='nav' aria-label='Pages' gap={{ default: 'gapMd' }} alignItems={{ default: 'alignItemsCenter' }}>
      <Button variant='secondary' isDisabled={!back} onClick={back}>
        Previous
      </Button>
      <span>Page {page}</span>
      <Button variant='secondary' isDisabled={!forward} onClick={forward}>
        Next
      </Button>
    </Flex>
  ) : null
