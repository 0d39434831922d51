import type { Delivery, DeliveryState, RuleDraft } from '../hub/alerts'
import { inWords, wordsOf } from '../hub/jobs'
import { FLOWS } from '../hub/log'

export const STATES: Record<DeliveryState, { label: string; status: 'success' | 'warning' | 'danger' | 'info' }> = {
  HELD: { label: 'Held', status: 'info' },
  PENDING: { label: 'Pending', status: 'info' },
  SENDING: { label: 'Sending', status: 'info' },
  SENT: { label: 'Sent', status: 'success' },
  FAILED: { label: 'Failed', status: 'danger' },
  IN_DIGEST: { label: 'In digest', status: 'success' },
  CANCELLED: { label: 'Cancelled', status: 'warning' },
}

export const KINDS: Record<Delivery['kind'], string> = { OPENED: 'Problem opened', OVER: 'Problem over', DIGEST: 'Digest', TEST: 'Test' }

export const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']

/** MONDAY as Monday. */
export const dayOf = (day: string) => day[0] + day.slice(1).toLowerCase()

/** What a rule reports, in words. */
export function conditionOf(rule: RuleDraft, nameOf: (connection: string) => string): string {
  return [
    rule.connection === undefined ? 'All connections' : nameOf(rule.connection),
    rule.flow && wordsOf(rule.flow),
    rule.classes.length > 0 && rule.classes.map(inWords).join(' or '),
    rule.atLeast > 1 && `from ${rule.atLeast} failures`,
    rule.afterMinutes > 0 && `after ${rule.afterMinutes} ${rule.afterMinutes === 1 ? 'minute' : 'minutes'}`,
  ]
    .filter(Boolean)
    .join(', ')
}

/** When a rule is quiet, in words; empty if it never is. */
export function quietOf({ quietHours }: RuleDraft): string {
  if (!quietHours) return ''
  const hours = quietHours.from && quietHours.to ? `${quietHours.from} to ${quietHours.to}` : ''
  const days = (quietHours.days ?? []).map(dayOf).join(', ')
  return `${[hours, days].filter(Boolean).join(' and ')} (${quietHours.timeZone ?? ''})`
}

/** The flows by name, with that of the rule, which may be one of your own. */
export function flowChoices(chosen: string | undefined): { id: string; name: string }[] {
  const flows = chosen === undefined || FLOWS.includes(chosen) ? FLOWS : [...FLOWS, chosen]
  return flows.map(flow => ({ id: flow, name: wordsOf(flow) })).sort((one, other) => one.name.localeCompare(other.name))
}
