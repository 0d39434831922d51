import React from 'react'
import { address, open } from './location'

interface Props {
  page: string
  filters?: Record<string, string>
  children: React.ReactNode
}

/** A link to one of our pages: opens without a reload, or in a new tab if requested. */
export const Link: React.FC<Props> = ({ page, filters, children }) => (
  <a
    href={address(page, filters)}
    onClick={event => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
      event.preventDefault()
      open(page, filters)
    }}
  >
    {children}
  </a>
)
