import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contains, read, type Json } from '../src/ui/json'

test('what is no JSON is told from null', () => {
  assert.equal(read('null'), null)
  assert.equal(read('<html>'), undefined)
})

test('a search finds names and values at any depth, but not the positions of a list', () => {
  const value: Json = { steps: [{ Title: 'Rack' }, { hours: 12.5 }] }
  assert.ok(contains(value, 'title'))
  assert.ok(contains(value, '12.5'))
  assert.ok(!contains([['x']], '0'))
})
