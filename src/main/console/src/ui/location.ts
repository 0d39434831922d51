import { useEffect, useState } from 'react'
import { hawtio } from '@hawtio/react'
import { filtersOf, fragmentOf } from './filters'
import { mayLeave } from './leaving'

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
  if (!mayLeave()) return
  leaveMark()
  const from = location.href
  history.pushState(null, '', address(page, filters))
  if (location.href !== from) cameFrom.set(location.href, from)
  announce()
}

/** Where the reader came from with `open`, by the page that was opened, and how far each page was scrolled. */
const cameFrom = new Map<string, string>()
const scrolled = new Map<string, number>()
let isOurs = false
let wentBack = false

function leaveMark(): void {
  const main = scroller()
  if (main) scrolled.set(location.href, main.scrollTop)
}

function announce(): void {
  isOurs = true
  dispatchEvent(new PopStateEvent(CHANGED, { state: null }))
  isOurs = false
}

function scroller(): Element | undefined {
  return [...document.querySelectorAll('main, .pf-v6-c-page__main-container, .pf-v6-c-page__main')].find(one => one.scrollHeight > one.clientHeight && getComputedStyle(one).overflowY !== 'visible')
}

/** Called once. */
export function followHistory(): void {
  addEventListener(CHANGED, () => (wentBack = !isOurs), true)
  document.addEventListener('click', () => (wentBack = false), true)
}

/** Whether the reader came to this page by Back or Forward. */
export const isBack = () => wentBack

/** Scrolls to where the page was when it was left. */
export function scrollBack(): void {
  const top = scrolled.get(location.href)
  if (wentBack && top) setTimeout(() => scroller()?.scrollTo({ top }))
}

/** Returns to the list that this page was opened from, as it was; opens it if the reader came from elsewhere. */
export function backTo(page: string): void {
  const from = cameFrom.get(location.href)
  if (from !== undefined && new URL(from).pathname === address(page)) history.back()
  else open(page)
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
    announce()
  }
  return { rest, filters, filter }
}

/** After a login that an expired session required. */
export function restoreLocation(): void {
  const wanted = sessionStorage.getItem(RETURN)
  sessionStorage.removeItem(RETURN)
  if (wanted?.startsWith(base() + '/') && wanted !== location.pathname + location.hash) history.replaceState(null, '', wanted)
}
