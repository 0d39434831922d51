import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseOnce } from '../src/host/parsedOnce'

const counting = () => {
  const parsed: string[] = []
  const parser = { parseFromString: (text: string, type: string): unknown => ({ number: parsed.push(`${type} ${text}`) }) }
  parseOnce(parser, 20)
  return { parser, parsed }
}

test('the same text is parsed once, another one or another type again', () => {
  const { parser, parsed } = counting()
  const first = parser.parseFromString('<routes/>', 'text/xml')
  assert.equal(parser.parseFromString('<routes/>', 'text/xml'), first)
  assert.notEqual(parser.parseFromString('<routes/>', 'text/html'), first)
  assert.notEqual(parser.parseFromString('<routes></routes>', 'text/html'), first)
  assert.equal(parsed.length, 3)
})

test('nothing is kept for long', async () => {
  const { parser, parsed } = counting()
  parser.parseFromString('<routes/>', 'text/xml')
  await new Promise(resolve => setTimeout(resolve, 60))
  parser.parseFromString('<routes/>', 'text/xml')
  assert.equal(parsed.length, 2)
})
