export type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

/** The JSON in a text, or undefined if it is not JSON. */
export function read(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}

/** A text that is JSON, or an HTTP message with a JSON body: its first line and headers, an empty line, the JSON. */
export function message(text: string): { head: string; body: Json | undefined } {
  const whole = read(text)
  if (whole !== undefined) return { head: '', body: whole }
  const end = text.indexOf('\n\n')
  const body = end < 0 ? undefined : read(text.slice(end + 2))
  return body === undefined ? { head: text, body } : { head: text.slice(0, end), body }
}

export function pretty(value: Json): string {
  return JSON.stringify(value, null, 2)
}

/** The members of an object or the elements of a list, with their names. */
export function parts(value: Json[] | { [name: string]: Json }): [string, Json][] {
  return Object.entries(value)
}

/** Whether a name or a value at any depth contains the text, which is in lower case. */
export function contains(value: Json, text: string): boolean {
  if (value === null || typeof value !== 'object') return JSON.stringify(value).toLowerCase().includes(text)
  return parts(value).some(([name, child]) => (!Array.isArray(value) && name.toLowerCase().includes(text)) || contains(child, text))
}
