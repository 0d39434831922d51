import React from 'react'
import { Button } from '@patternfly/react-core'
import { open } from './location'
import { Nothing } from './Nothing'
import { Page } from './Page'

/** For an address that leads nowhere. */
export const NoSuchPage: React.FC<{ page: string; title: string }> = ({ page, title }) => (
  <Page title={title} about=''>
    <Nothing title='There is no such page' action={<Button onClick={() => open(page)}>{title}</Button>}>
      The address {address()} leads nowhere. It may have been shortened, or belong to another version.
    </Nothing>
  </Page>
)

/** As a person reads it. */
function address(): string {
  try {
    return decodeURIComponent(location.pathname)
  } catch {
    return location.pathname
  }
}
