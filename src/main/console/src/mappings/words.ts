import type { Change, DraftResult, InputResult, Mapping } from '../hub/mappings'

export const shortVersion = (version: string) => version.slice(0, 12)

export const KINDS: Record<Change['kind'], string> = { FILE: 'File', PROMOTED: 'Promoted', ROLLED_BACK: 'Rolled back' }

interface Counts {
  same: number
  changed: number
  added: number
  removed: number
}

/** Such as "31 same, 4 change, 1 added". */
export function countsOf({ same, changed, added, removed }: Counts): string {
  const parts = [`${same.toLocaleString('en')} same`]
  if (changed > 0) parts.push(`${changed.toLocaleString('en')} change`)
  if (added > 0) parts.push(`${added.toLocaleString('en')} added`)
  if (removed > 0) parts.push(`${removed.toLocaleString('en')} removed`)
  return parts.join(', ')
}

/** Such as "31 same, 4 change: budgetHours (4)". */
export function summaryOf(result: DraftResult): string {
  const fields = result.fields.slice(0, 8).map(({ field, items }) => `${field || 'value'} (${items.toLocaleString('en')})`)
  const more = result.fields.length > 8 ? ', ...' : ''
  return countsOf(result) + (fields.length > 0 ? `: ${fields.join(', ')}${more}` : '')
}

/** What the summary is about, and what it leaves out. */
export function aboutOf(result: DraftResult): string {
  const inputs = `${result.inputs.toLocaleString('en')} ${result.inputs === 1 ? 'input' : 'inputs'}`
  const failed = result.failed > 0 ? `, the draft fails on ${result.failed.toLocaleString('en')}` : ''
  const left = result.notRun > 0 ? `, ${result.notRun.toLocaleString('en')} not run because the time was up` : ''
  return `Of ${inputs}${failed}${left}. Nothing was sent.`
}

export function inputOf({ mapping, input }: InputResult): string {
  return input ? `${input.subject ?? mapping} (${input.connection})` : `Example of ${mapping}`
}

export const differs = (result: InputResult) =>
  result.changed + result.added + result.removed > 0 || result.failure !== undefined || result.currentFailure !== undefined

/** Where the version in use comes from. */
export function originOf(mapping: Mapping): string {
  if (mapping.origin === 'FILE') return 'File'
  return mapping.by ? `Promoted by ${mapping.by}` : 'Promoted'
}

export function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value)
}
