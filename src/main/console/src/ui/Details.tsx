import React from 'react'
import { DescriptionList, DescriptionListDescription, DescriptionListGroup, DescriptionListTerm } from '@patternfly/react-core'

/** Names and values side by side; those without a value are left out. */
export const Details: React.FC<{ details: [string, React.ReactNode][] }> = ({ details }) => (
  <DescriptionList isHorizontal isCompact columnModifier={{ default: '1Col', xl: '2Col' }}>
    {details
      .filter(([, value]) => value !== undefined && value !== null && value !== '')
      .map(([name, value]) => (
        <DescriptionListGroup key={name}>
          <DescriptionListTerm>{name}</DescriptionListTerm>
          <DescriptionListDescription>{value}</DescriptionListDescription>
        </DescriptionListGroup>
      ))}
  </DescriptionList>
)
