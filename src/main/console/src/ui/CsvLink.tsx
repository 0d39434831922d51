import React from 'react'
import { Button } from '@patternfly/react-core'
import { query } from '../hub/http'

/** Downloads what the filters find, all pages of it. */
export const CsvLink: React.FC<{ path: string; filters: Record<string, string>; isDisabled?: boolean }> = ({ path, filters, isDisabled = false }) => (
  <Button variant='link' component='a' href={path + query(filters)} download isDisabled={isDisabled}>
    CSV
  </Button>
)
