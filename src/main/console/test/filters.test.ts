import assert from 'node:assert/strict'
import { test } from 'node:test'
import { filtersOf, fragmentOf } from '../src/ui/filters'

test('filters survive the way through an address', () => {
  const filters = { text: 'a&b=c #1 %', connection: 'northwind' }
  assert.deepEqual(filtersOf(fragmentOf(filters)), filters)
})

test('the same filters make the same address, and empty ones are left out', () => {
  assert.equal(fragmentOf({ b: '2', a: '1', c: '' }), fragmentOf({ a: '1', b: '2' }))
  assert.equal(fragmentOf({ a: '' }), '')
})
