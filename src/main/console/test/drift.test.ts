import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Drift, Finding } from '../src/hub/drift'
import { kindOf, madeOf, nowOf, summaryOf } from '../src/drift/words'

const finding: Finding = { id: 1, kind: 'moved', field: 'phase', title: 'Ticket: Design', made: 'Plan (1)', found: 'Build (2)', covers: [], actions: ['take-over'], state: 'OPEN' }

test('a difference is said in words', () => {
  assert.equal(kindOf(finding), 'Moved: phase')
  assert.equal(nowOf(finding), 'Build (2)')
  assert.equal(nowOf({ ...finding, found: undefined }), 'empty')
  assert.equal(nowOf({ ...finding, kind: 'deleted', covers: ['a'] }), 'not there, with 1 record below it')
  assert.equal(nowOf({ ...finding, kind: 'inactive-value', found: 'inactive', covers: ['a', 'b'] }), 'inactive, also in 2 records')
  assert.equal(nowOf({ ...finding, kind: 'twin', found: 'Copy', remoteId: '7' }), 'Copy (7)')
  assert.equal(madeOf({ ...finding, kind: 'revenue', field: 'revenue', made: '30699.5' }), '30,699.50')
  assert.equal(nowOf({ ...finding, kind: 'revenue', field: 'status.id', found: '3' }), '3')
  assert.equal(madeOf({ ...finding, kind: 'renamed', made: '2026' }), '2026')
  assert.equal(kindOf({ ...finding, kind: 'new-kind', field: '' }), 'new-kind')
})

test('a connection is summed up', () => {
  const drift: Drift = { supported: true, checked: 3, incomplete: 0, open: 0, reports: [] }
  assert.equal(summaryOf(drift), 'Not checked yet.')
  assert.equal(summaryOf({ ...drift, checkedAt: 'x' }), '3 records checked, no open differences.')
  assert.equal(summaryOf({ ...drift, checkedAt: 'x', open: 1, incomplete: 2 }), '3 records checked, 1 open difference, 2 could not be compared.')
  assert.equal(summaryOf({ ...drift, supported: false }), 'This system has no drift check.')
})
