/** The names in a text, which are separated by commas; a name with a comma is in quotes. */
export function namesIn(text: string): string[] {
  return [...text.matchAll(/"[^"]*"|[^,"]+/g)].map(([name]) => name.replaceAll('"', '').trim()).filter(name => name !== '')
}

/** Adds a name at the end. */
export function withName(text: string, name: string): string {
  const added = name.includes(',') ? `"${name}"` : name
  return text.trim() === '' ? added : `${text.trim().replace(/,$/, '')}, ${added}`
}

/** The names that the text does not contain yet, however they are written. */
export function notYet(offered: string[], text: string): string[] {
  const there = new Set(namesIn(text).map(name => name.toLowerCase()))
  return offered.filter(name => !there.has(name.toLowerCase()))
}
