import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contains, message, read, type Json } from '../src/ui/json'

test('text that is not JSON differs from null', () => {
  assert.equal(read('null'), null)
  assert.equal(read('<html>'), undefined)
})

test('a search finds names and values at any depth, but not the positions of a list', () => {
  const value: Json = { steps: [{ Title: 'Rack' }, { hours: 12.5 }] }
  assert.ok(contains(value, 'title'))
  assert.ok(contains(value, '12.5'))
  assert.ok(!contains([['x']], '0'))
})

test('the body of an HTTP message is folded, its head is shown unchanged', () => {
  const sent = 'POST /project/tickets\nContent-Type: application/json\n\n{"summary": "Rack\\n\\nnow"}'
  assert.deepEqual(message(sent), { head: 'POST /project/tickets\nContent-Type: application/json', body: { summary: 'Rack\n\nnow' } })
  assert.deepEqual(message('HTTP 502\nserver: gateway\n\n<html>\n\n{}'), { head: 'HTTP 502\nserver: gateway\n\n<html>\n\n{}', body: undefined })
  assert.deepEqual(message('{"a": "\\n\\n{}"}'), { head: '', body: { a: '\n\n{}' } })
})
