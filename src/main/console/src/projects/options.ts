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

/** Resets the fields that depend on this one, and those that depend on them. */
export function withChange(typed: Values, name: string, value: unknown, fields: OptionField[]): Values {
  const changed = new Set([name])
  for (const field of changed) fields.filter(one => one.dependsOn?.includes(field)).forEach(one => changed.add(one.name))
  changed.delete(name)
  return { ...typed, ...Object.fromEntries([...changed].map(field => [field, undefined])), [name]: value }
}

/** What the hub needs to return the choices: the values that others depend on, and the search texts. */
export function asked(fields: OptionField[], typed: Values, searches: Record<string, string>): Record<string, string> {
  const deciding = new Set(fields.flatMap(field => field.dependsOn ?? []))
  return {
    ...Object.fromEntries([...deciding].filter(name => (typed[name] ?? '') !== '').map(name => [name, String(typed[name])])),
    ...Object.fromEntries(Object.entries(searches).filter(([, text]) => text !== '').map(([name, text]) => [`search.${name}`, text])),
  }
}

/** Only the values that the user chose: the hub adds the connection's defaults. */
export function sent(typed: Values): Values {
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined && value !== ''))
}
