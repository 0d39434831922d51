import React from 'react'
import { Alert, type AlertProps } from '@patternfly/react-core'

/** A message on the page. Its title is no heading: it may come at any depth. */
export const Notice: React.FC<AlertProps> = props => <Alert isInline component='p' {...props} />
