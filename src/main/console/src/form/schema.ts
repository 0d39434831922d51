/** As much of JSON Schema as the hub's forms use. */
export interface Schema {
  title?: string
  description?: string
  type?: string | string[]
  format?: string
  enum?: (string | number)[]
  default?: unknown
  writeOnly?: boolean
  required?: string[]
  properties?: Record<string, Schema>
  maxLength?: number
  minimum?: number
  maximum?: number
  /** The list of the tenant whose names it contains, separated by commas; or these names. */
  'x-list'?: string | string[]
  /** The list of the tenant of which it contains one name. */
  'x-name'?: string
  /** Whether its properties are the options of the form Create PSA project. */
  'x-project-options'?: boolean
  /** Actions that the system supports beside the PSA project, such as `project.update-crm`. */
  'x-offers'?: string[]
}

export type Kind = 'switch' | 'select' | 'date' | 'time-zone' | 'schedule' | 'number' | 'text' | 'secret' | 'json' | 'options'

export interface Choice {
  id: string | number
  name: string
}

export interface Field {
  path: string
  title: string
  description: string
  kind: Kind
  required: boolean
  initial: unknown
  choices: Choice[]
  /** The meaning of an empty choice. */
  none?: string
  /** Of a secret that the reader has already, such as `current-password`. */
  autoComplete?: string
  /** The list of the tenant whose names it contains, separated by commas. */
  names?: string
  /** The names themselves, if they are the same for every tenant. */
  known?: string[]
  /** Whether it contains one name only. */
  isOne?: boolean
}

export interface Group {
  path: string
  title: string
  description: string
  fields: Field[]
}

/** The groups of a form, each with its fields, in the order of the schema. */
export function groupsOf(schema: Schema): Group[] {
  return Object.entries(schema.properties ?? {})
    .filter(([, group]) => group.properties)
    .map(([name, group]) => ({ path: name, title: group.title ?? name, description: group.description ?? '', fields: fieldsOf(group, name + '.') }))
}

/** The fields of a schema without groups, or of one group, including nested groups. */
export function fieldsOf(schema: Schema, prefix = ''): Field[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) =>
    field.properties ? fieldsOf(field, `${prefix}${name}.`) : [fieldOf(prefix + name, field, schema.required?.includes(name) ?? false)]
  )
}

function fieldOf(path: string, field: Schema, required: boolean): Field {
  return {
    path,
    title: field.title ?? path,
    description: field.description ?? '',
    kind: kindOf(field),
    required: required && field.default === undefined,
    initial: field.default,
    names: field['x-name'] ?? (typeof field['x-list'] === 'string' ? field['x-list'] : undefined),
    known: Array.isArray(field['x-list']) ? field['x-list'] : undefined,
    isOne: field['x-name'] !== undefined,
    choices: (field.enum ?? []).map(value => ({ id: value, name: String(value) })),
  }
}

function kindOf(field: Schema): Kind {
  const types = [field.type ?? 'string'].flat()
  if (field.writeOnly) return 'secret'
  if (field.enum) return 'select'
  if (types.includes('boolean')) return 'switch'
  if (field['x-project-options']) return 'options'
  if (types.includes('object') || types.includes('array')) return 'json'
  if (field.format === 'date' || field.format === 'time-zone') return field.format
  if (field.format === 'cron') return 'schedule'
  if (!types.includes('string') && (types.includes('integer') || types.includes('number'))) return 'number'
  return 'text'
}
