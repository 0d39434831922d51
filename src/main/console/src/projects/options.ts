import type { Field } from '../form/schema'
import type { Values } from '../form/values'
import type { OptionField } from '../hub/projects'

const KINDS = { date: 'date', boolean: 'switch', choice: 'select', text: 'text' } as const

/** A field of the form Create PSA project as a form draws it. */
export function fieldOf(option: OptionField): Field {
  return {
    path: option.name,
    title: option.title,
    description: option.more ? `${option.description} There are more than are shown here.` : option.description,
    kind: KINDS[option.type],
    required: option.required,
    initial: option.default,
    choices: option.choices ?? [],
  }
}

/** What the field starts with: the choice that the default names, by its id or its name. */
export function startOf(option: OptionField): unknown {
  const wanted = String(option.default ?? '').toLowerCase()
  const named = option.choices?.find(choice => String(choice.id).toLowerCase() === wanted || choice.name.toLowerCase() === wanted)
  return named ? named.id : option.default
}

/** Only what a person chose: the hub adds the connection's defaults. */
export function sent(typed: Values): Values {
  return Object.fromEntries(Object.entries(typed).filter(([name, value]) => name !== 'search' && value !== undefined && value !== ''))
}
