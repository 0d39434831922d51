import type { Choice, Field } from '../form/schema'
import type { Values } from '../form/values'
import type { OptionField } from '../hub/projects'

const KINDS = { date: 'date', boolean: 'switch', choice: 'select', text: 'text' } as const

/** A field of the form Create PSA project as a form draws it. */
export function fieldOf(option: OptionField): Field {
  return {
    path: option.name,
    title: option.title,
    description: option.more ? `${option.description} There are more than are shown here: search for a part of the name.` : option.description,
    kind: KINDS[option.type],
    required: option.required,
    initial: option.default,
    choices: option.choices ?? [],
    none: option.none,
  }
}

/** What the field starts with: the choice that the default names, by its id or its name. */
export function startOf(option: OptionField): unknown {
  const wanted = String(option.default ?? '').toLowerCase()
  const named = option.choices?.find(choice => String(choice.id).toLowerCase() === wanted || choice.name.toLowerCase() === wanted)
  return named ? named.id : option.default
}

/** The field with what is chosen among its choices, also when another search does not find it any more. */
export function withChosen(field: Field, value: unknown, names: Record<string, string>): Field {
  if (field.kind !== 'select' || value == null || value === '' || field.choices.some(choice => String(choice.id) === String(value))) return field
  const chosen: Choice = { id: value as Choice['id'], name: names[String(value)] ?? String(value) }
  return { ...field, choices: [chosen, ...field.choices] }
}

/** What follows from a choice is chosen anew: statuses belong to a board, projects to a company. */
export function withChange(typed: Values, name: string, value: unknown): Values {
  const over = name === 'board' ? { ticketStatus: undefined } : name === 'company' ? { project: undefined } : {}
  return { ...typed, [name]: value, ...over }
}

/** Only what a person chose: the hub adds the connection's defaults. */
export function sent(typed: Values): Values {
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined && value !== ''))
}
