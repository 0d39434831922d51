import assert from 'node:assert/strict'
import { test } from 'node:test'
import { summary } from '../src/audit/summary'

test('a started job is shown by its number, not by its URL', () => {
  assert.equal(summary({ location: '/api/jobs/17' }), 'job 17')
  assert.equal(summary({ changed: ['name', 'enabled'], location: '/api/connections/acme' }), 'changed: name, enabled')
})

test('other details are shown unchanged', () => {
  assert.equal(summary({ confirm: true, note: 'so' }), 'confirm: true; note: so')
  assert.equal(summary(undefined), '')
})
