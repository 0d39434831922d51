import { useEffect, useState } from 'react'
import { hawtio } from '@hawtio/react'
import { filtersOf, fragmentOf } from './filters'

// Filters are in the fragment, because the console's menu keeps the query of one page for the next.
const CHANGED = 'popstate'
const RETURN = 'scopebridge.return'

function base(): string {
  return (hawtio.getBasePath() ?? '').replace(/\/$/, '')
}

/** The URL of one of our pages, for links: `log/17` or `log` with filters. */
export function address(page: string, filters: Record<string, string> = {}): string {
  return `${base()}/scopebridge/${page}${fragmentOf(filters)}`
}

/** Opens one of our pages; the console treats it like a step back or forward. */
export function open(page: string, filters: Record<string, string> = {}): void {
  history.pushState(null, '', address(page, filters))
  dispatchEvent(new PopStateEvent(CHANGED, { state: null }))
}

export interface Place {
  /** The part after the page's own name, such as `17` in `log/17`. */
  rest: string
  filters: Record<string, string>
  /** Changes filters in place; an empty value removes one. */
  filter: (changes: Record<string, string>) => void
}

/** The current location within a page; updates when it changes. */
export function usePlace(page: string): Place {
  const [, follow] = useState('')
  useEffect(() => {
    const moved = () => follow(location.href)
    addEventListener(CHANGED, moved)
    addEventListener('hashchange', moved)
    return () => {
      removeEventListener(CHANGED, moved)
      removeEventListener('hashchange', moved)
    }
  }, [])
  const prefix = `${base()}/scopebridge/${page}`
  const rest = location.pathname.startsWith(prefix + '/') ? decodeURIComponent(location.pathname.slice(prefix.length + 1)) : ''
  const filters = filtersOf(location.hash)
  const filter = (changes: Record<string, string>) => {
    history.replaceState(null, '', location.pathname + fragmentOf({ ...filtersOf(location.hash), ...changes }))
    dispatchEvent(new PopStateEvent(CHANGED, { state: null }))
  }
  return { rest, filters, filter }
}

/** After a login that an expired session required. */
export function restoreLocation(): void {
  const wanted = sessionStorage.getItem(RETURN)
  sessionStorage.removeItem(RETURN)
  if (wanted?.startsWith(base() + '/') && wanted !== location.pathname + location.hash) history.replaceState(null, '', wanted)
}
