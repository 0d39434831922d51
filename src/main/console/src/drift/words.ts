import type { Drift, DriftAction, Finding } from '../hub/drift'
import { money } from '../ui/money'

const KINDS: Record<string, string> = {
  deleted: 'Deleted',
  'phase-gone': 'Phase deleted',
  renamed: 'Renamed',
  moved: 'Moved',
  hours: 'Hours changed',
  revenue: 'Amount changed',
  twin: 'Twin',
  'inactive-value': 'Inactive value',
}

export const ACTIONS: Record<DriftAction, { label: string; about: string; done: string }> = {
  'make-again': {
    label: 'Make again',
    about: 'Runs the plan that created it again. It first looks for the record, and creates or writes it only if necessary.',
    done: 'The plan runs again.',
  },
  'take-over': { label: 'Take over', about: 'What the system holds now is right. It is reported again only if it changes again. Nothing is sent.', done: 'Taken over.' },
  forget: { label: 'Forget', about: 'The record is no longer expected. It is not created again. Nothing is sent.', done: 'Forgotten.' },
}

export const STATES: Record<Finding['state'], string> = { OPEN: 'Open', MADE_AGAIN: 'Made again', TAKEN_OVER: 'Taken over', FORGOTTEN: 'Forgotten' }

/** The kind with its field: `Moved: phase`. */
export function kindOf(finding: Finding): string {
  const kind = KINDS[finding.kind] ?? finding.kind
  return finding.field ? `${kind}: ${finding.field}` : kind
}

/** What was made, as people read it. */
export const madeOf = (finding: Finding) => shown(finding, finding.made)

/** Amounts of forecasts and opportunities are stored as plain numbers. */
function shown({ kind, field }: Finding, value: string | undefined): string | undefined {
  const isMoney = kind === 'revenue' && /(revenue|cost|amount)$/i.test(field) && /^-?\d+(\.\d+)?$/.test(value ?? '')
  return isMoney ? money(Number(value)) : value
}

/** What is there now, in words. */
export function nowOf(finding: Finding): string {
  const more = finding.covers.length
  const records = `${more.toLocaleString('en')} ${more === 1 ? 'record' : 'records'}`
  if (finding.kind === 'deleted' || finding.kind === 'phase-gone') return more === 0 ? 'not there' : `not there, with ${records} below it`
  if (finding.kind === 'twin') return [finding.found, finding.remoteId && `(${finding.remoteId})`].filter(Boolean).join(' ')
  return (shown(finding, finding.found) ?? 'empty') + (more === 0 ? '' : `, also in ${records}`)
}

/** The state of a connection in a sentence. */
export function summaryOf(drift: Drift): string {
  if (!drift.supported) return 'This system has no drift check.'
  if (!drift.checkedAt) return 'Not checked yet.'
  const differences = drift.open === 0 ? 'no open differences' : `${drift.open.toLocaleString('en')} open ${drift.open === 1 ? 'difference' : 'differences'}`
  const incomplete = drift.incomplete === 0 ? '' : `, ${drift.incomplete.toLocaleString('en')} could not be compared`
  return `${drift.checked.toLocaleString('en')} ${drift.checked === 1 ? 'record' : 'records'} checked, ${differences}${incomplete}.`
}
