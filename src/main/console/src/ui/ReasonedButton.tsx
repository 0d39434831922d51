import React from 'react'
import { Button, Tooltip, type ButtonProps } from '@patternfly/react-core'

/** A button that is disabled while there is a reason; the reason is shown on hover and available to screen readers. */
export const ReasonedButton: React.FC<ButtonProps & { because?: string }> = ({ because, ...button }) =>
  because ? (
    <Tooltip content={because}>
      <Button {...button} isAriaDisabled />
    </Tooltip>
  ) : (
    <Button {...button} />
  )
