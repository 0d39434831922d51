import { useEffect, useState } from 'react'
import { hawtio } from '@hawtio/react'
import { filtersOf, fragmentOf } from './filters'

// Filters stand in the fragment: the console's menu carries the query of one page over to the next.
const CHANGED = 'popstate'
const RETURN = 'scopebridge.return'

function base(): string {
  return (hawtio.getBasePath() ?? '').replace(/\/$/, '')
}

/** The address of a page of ours, for links: `log/17` or `log` with filters. */
export function address(page: string, filters: Record<string, string> = {}): string {
  return `${base()}/scopebridge/${page}${fragmentOf(filters)}`
}

/** Opens a page of ours; the console hears of it as of a step back or forward. */
export function open(page: string, filters: Record<string, string> = {}): void {
  history.pushState(null, '', address(page, filters))
  dispatchEvent(new PopStateEvent(CHANGED, { state: null }))
}

export interface Place {
  /** What follows the page's own name, such as `17` in `log/17`. */
  rest: string
  filters: Record<string, string>
  /** Changes filters in place; an empty value takes one away. */
  filter: (changes: Record<string, string>) => void
}

/** Where one is below a page, followed as it changes. */
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

/** After a log-in that a lost session asked for. */
export function returnToWhereOneWas(): void {
  const wanted = sessionStorage.getItem(RETURN)
  sessionStorage.removeItem(RETURN)
  if (wanted?.startsWith(base() + '/') && wanted !== location.pathname + location.hash) history.replaceState(null, '', wanted)
}
