export type Values = { [name: string]: unknown }

/** The value at a dotted path, or undefined. */
export function valueAt(values: Values, path: string): unknown {
  return path.split('.').reduce<unknown>((at, name) => (at && typeof at === 'object' ? (at as Values)[name] : undefined), values)
}

/** A copy with a new value at the path; undefined removes it. */
export function withValue(values: Values, path: string, value: unknown): Values {
  const [name = '', ...rest] = path.split('.')
  const copy = { ...values }
  if (rest.length > 0) copy[name] = withValue((copy[name] as Values) ?? {}, rest.join('.'), value)
  else if (value === undefined) delete copy[name]
  else copy[name] = value
  return copy
}
