import React from 'react'
import { Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core'

/** The filters of a list, side by side, and the actions on the whole list. */
export const FilterBar: React.FC<{ children: React.ReactNode; label?: string }> = ({ children, label = 'Filters' }) => (
  <Toolbar aria-label={label}>
    <ToolbarContent>
      {React.Children.toArray(children).map((child, position) => (
        <ToolbarItem key={position}>{child}</ToolbarItem>
      ))}
    </ToolbarContent>
  </Toolbar>
)
