import React from 'react'
import { EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core'

/** An empty page that says why it is empty and what to do next. */
export const Nothing: React.FC<{ title: string; children: React.ReactNode; action?: React.ReactNode }> = ({ title, children, action }) => (
  <EmptyState titleText={title} headingLevel='h2' variant='sm'>
    <EmptyStateBody>{children}</EmptyStateBody>
    {action && (
      <EmptyStateFooter>
        <EmptyStateActions>{action}</EmptyStateActions>
      </EmptyStateFooter>
    )}
  </EmptyState>
)
