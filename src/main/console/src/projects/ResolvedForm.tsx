import React from 'react'
import { Details } from '../ui/Details'
import { Notice } from '../ui/Notice'
import type { Resolved } from './resolved'

/** Where the records would go, before anything is previewed. */
export const ResolvedForm: React.FC<{ resolved: Resolved }> = ({ resolved: { lines, otherCompany } }) => (
  <section aria-label='What will be created'>
    {otherCompany && (
      <Notice variant='warning' title='The companies differ'>
        The client of the ScopeStack project is {otherCompany.client}, but the records would go to the company {otherCompany.company}. Change the opportunity or the company if that is wrong.
      </Notice>
    )}
    <Details details={lines} />
  </section>
)
