import assert from 'node:assert/strict'
import { test } from 'node:test'
import { told } from '../src/audit/told'

test('what was begun is told by its number, not by its address', () => {
  assert.equal(told({ location: '/api/jobs/17' }), 'job 17')
  assert.equal(told({ changed: ['name', 'enabled'], location: '/api/connections/acme' }), 'changed: name, enabled')
})

test('other details are told as they are', () => {
  assert.equal(told({ confirm: true, note: 'so' }), 'confirm: true; note: so')
  assert.equal(told(undefined), '')
})
