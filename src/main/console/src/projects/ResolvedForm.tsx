import React from 'react'
import { Alert } from '@patternfly/react-core'
import { Details } from '../ui/Details'
import type { Resolved } from './resolved'

/** Where the records would go, before anything is previewed. */
export const ResolvedForm: React.FC<{ resolved: Resolved }> = ({ resolved: { lines, otherCompany } }) => (
  <section aria-label='What will be created'>
    {otherCompany && (
      <Alert isInline variant='warning' title='The companies differ'>
        The client of the ScopeStack project is {otherCompany.client}, but the records would go to the company {otherCompany.company}. Change the opportunity or the company if that is wrong.
      </Alert>
    )}
    <Details details={lines} />
  </section>
)
