interface Parser {
  parseFromString(text: string, type: string): unknown
}

/**
 * The console's Camel plug-in parses the XML of all routes again for each route, at every load: with a hundred routes a second and more.
 * The last document is kept as long as the same text is parsed again and again.
 */
export function parseOnce(parser: Parser, keep = 2000): void {
  const parse = parser.parseFromString
  let last: { text: string; type: string; parsed: unknown } | undefined
  parser.parseFromString = function (text, type) {
    if (last?.text === text && last.type === type) return last.parsed
    const parsed = { text, type, parsed: parse.call(this, text, type) }
    last = parsed
    setTimeout(() => {
      if (last === parsed) last = undefined
    }, keep)
    return parsed.parsed
  }
}
