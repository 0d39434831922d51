import type { Choice, Field } from '../form/schema'
import type { Values } from '../form/values'
import type { OptionField } from '../hub/projects'

const KINDS = { date: 'date', boolean: 'switch', choice: 'select', text: 'text' } as const

/** Converts an option to a field of the form Create PSA project. */
export function fieldOf(option: OptionField): Field {
  return {
    path: option.name,
    title: option.title,
    description: option.more ? `${option.description} Not all choices are shown: search by part of the name.` : option.description,
    kind: KINDS[option.type],
    required: option.required,
    initial: option.default,
    choices: option.choices ?? [],
    none: option.none,
  }
}

/** The initial value: the choice that matches the default by id or name. */
export function startOf(option: OptionField): unknown {
  const wanted = String(option.default ?? '').toLowerCase()
  const named = option.choices?.find(choice => String(choice.id).toLowerCase() === wanted || choice.name.toLowerCase() === wanted)
  return named ? named.id : option.default
}

/** The field with the selected value among its choices, even if a new search does not find it. */
export function withChosen(field: Field, value: unknown, names: Record<string, string>): Field {
  if (field.kind !== 'select' || value == null || value === '' || field.choices.some(choice => String(choice.id) === String(value))) return field
  const chosen: Choice = { id: value as Choice['id'], name: names[String(value)] ?? String(value) }
  return { ...field, choices: [chosen, ...field.choices] }
}

/** Resets dependent choices: statuses belong to a board, projects to a company. */
export function withChange(typed: Values, name: string, value: unknown): Values {
  const over = name === 'board' ? { ticketStatus: undefined } : name === 'company' ? { project: undefined } : {}
  return { ...typed, [name]: value, ...over }
}

/** Only the values that the user chose: the hub adds the connection's defaults. */
export function sent(typed: Values): Values {
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined && value !== ''))
}
