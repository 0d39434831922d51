import React from 'react'
import { Button, Tooltip, type ButtonProps } from '@patternfly/react-core'

/** A button that cannot be pressed while there is a reason; the reason is told on hover and to screen readers. */
export const ReasonedButton: React.FC<ButtonProps & { because?: string }> = ({ because, ...button }) =>
  because ? (
    <Tooltip content={because}>
      <Button {...button} isAriaDisabled />
    </Tooltip>
  ) : (
    <Button {...button} />
  )
