import { CLASSES } from '../hub/log'

const NAMES = ['connection', 'flow', 'class', 'state', 'subject', 'text', 'from', 'to', 'problem']
const REMEMBERED = 'scopebridge.log'
const MINUTE = 60000

/** Shown unless another state is chosen; `ALL` stands for both. */
export const DEFAULT_STATE = 'OPEN'

/** Times of the filter bar, as a number of hours. */
export const PERIODS: Record<string, { label: string; hours: number }> = {
  '24h': { label: 'Last 24 hours', hours: 24 },
  '7d': { label: 'Last 7 days', hours: 7 * 24 },
}

/** The filters as the hub accepts them: unknown ones are omitted, times are converted to UTC, a period starts at a whole minute. */
export function searchOf(filters: Record<string, string>, now = Date.now()): Record<string, string> {
  const from = startOf(filters['since'], now) ?? filters['from']
  const state = filters['state'] || DEFAULT_STATE
  return Object.fromEntries(
    NAMES.flatMap(name => {
      const value = name === 'from' ? from : name === 'state' ? (state === 'ALL' ? '' : state) : filters[name]
      if (!value) return []
      return [[name, name === 'from' || name === 'to' ? utc(value) : value]]
    })
  )
}

/** When a period such as `24h` began, at a whole minute; nothing if there is no such period. */
export function startOf(since: string | undefined, now = Date.now()): string | undefined {
  const period = PERIODS[since ?? '']
  return period && new Date(Math.floor(now / MINUTE) * MINUTE - period.hours * 60 * MINUTE).toISOString()
}

/** Whether anything but the default is searched for. */
export function isFiltered(filters: Record<string, string>): boolean {
  return [...NAMES, 'since'].some(name => (filters[name] ?? '') !== '' && !(name === 'state' && filters[name] === DEFAULT_STATE))
}

/** The filters for the next visit; one cause is opened and not searched for. */
export function remember(filters: Record<string, string>, store: Storage = localStorage): void {
  const { problem: _, ...kept } = filters
  try {
    store.setItem(REMEMBERED, JSON.stringify(kept))
  } catch {
    // A browser that keeps nothing.
  }
}

/** Those of the last visit. */
export function remembered(store: Storage = localStorage): Record<string, string> {
  try {
    const kept: unknown = JSON.parse(store.getItem(REMEMBERED) ?? '{}')
    return kept && typeof kept === 'object' ? Object.fromEntries(Object.entries(kept).filter(([name, value]) => typeof value === 'string' && isKnown(name, value))) : {}
  } catch {
    return {}
  }
}

/** An earlier version may have remembered what this one does not have. */
function isKnown(name: string, value: string): boolean {
  if (name === 'class') return value === '' || CLASSES.includes(value)
  if (name === 'since') return value === '' || value in PERIODS
  if (name === 'state') return ['', 'OPEN', 'RESOLVED', 'ALL'].includes(value)
  return NAMES.includes(name) || name === 'view' || name === 'sort'
}

/** A local time such as 2026-03-01T12:00 in UTC; anything else is passed on unchanged, and the hub reports the error. */
export function utc(local: string): string {
  const time = new Date(local)
  return Number.isNaN(time.getTime()) ? local : time.toISOString()
}
