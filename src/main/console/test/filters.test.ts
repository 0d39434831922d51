import assert from 'node:assert/strict'
import { test } from 'node:test'
import { filtersOf, fragmentOf } from '../src/ui/filters'

test('filters survive a round trip through a URL', () => {
  const filters = { text: 'a&b=c #1 %', connection: 'northwind' }
  assert.deepEqual(filtersOf(fragmentOf(filters)), filters)
})

test('equal filters give equal URLs, without empty ones', () => {
  assert.equal(fragmentOf({ b: '2', a: '1', c: '' }), fragmentOf({ a: '1', b: '2' }))
  assert.equal(fragmentOf({ a: '' }), '')
})
