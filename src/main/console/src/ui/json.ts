export type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

/** The JSON that a text holds, or undefined when it holds something else. */
export function read(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}

export function pretty(value: Json): string {
  return JSON.stringify(value, null, 2)
}

/** The members of an object or the elements of a list, with their names. */
export function parts(value: Json[] | { [name: string]: Json }): [string, Json][] {
  return Object.entries(value)
}

/** Whether a name or a value somewhere inside has the text, which is in lower case. */
export function contains(value: Json, text: string): boolean {
  if (value === null || typeof value !== 'object') return JSON.stringify(value).toLowerCase().includes(text)
  return parts(value).some(([name, child]) => (!Array.isArray(value) && name.toLowerCase().includes(text)) || contains(child, text))
}
