import type { Values } from '../form/values'
import type { OpportunityLink, OptionField } from '../hub/projects'
import { startOf } from './options'

/** What the form comes to, in words. */
export interface Resolved {
  lines: [string, string][]
  /** Set if the records would go to another company than the project's client. */
  otherCompany?: { client: string; company: string }
}

const COMPANY = 'company'

/** The company, and every required field, as the form stands. */
export function resolved(fields: OptionField[], typed: Values, link: OpportunityLink | undefined, names: Record<string, string> = {}): Resolved {
  const chosen = (field: OptionField) => {
    const value = typed[field.name] === undefined ? startOf(field) : typed[field.name]
    if (value == null || value === '') return ''
    return field.choices?.find(choice => String(choice.id) === String(value))?.name ?? names[String(value)] ?? String(value)
  }
  const field = fields.find(one => one.name === COMPANY)
  const own = field ? chosen(field) : ''
  const company = own || (link?.opportunity ? (link.company ?? '') : (link?.client ?? ''))
  const from = own ? 'chosen here' : link?.opportunity ? `of the opportunity ${link.name ?? ''} (${link.opportunity})` : 'named like the client'
  const lines: [string, string][] = company === '' ? [] : [['Company', `${company}, ${from}`]]
  if (link?.client) lines.unshift(['Client in ScopeStack', link.client])
  fields.filter(one => one.required && one.name !== COMPANY && chosen(one) !== '').forEach(one => lines.push([one.title, chosen(one)]))
  const differs = link?.client && company && (own ? key(own) !== key(link.client) : !link.sameCompany)
  return differs ? { lines, otherCompany: { client: link.client!, company } } : { lines }
}

/** The hub compares more closely; here only what is certainly the same is left out. */
function key(name: string): string {
  return name.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase()
}
