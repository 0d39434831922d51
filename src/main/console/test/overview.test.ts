import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Summary } from '../src/hub/overview'
import { budgetOf, headline } from '../src/overview/lines'

const FIGURES = { callsLastHour: 3000, usedByOthers: 0, budget: 6000, pausedUntil: null }

const NONE = { count: 0, names: [] }
const SUMMARY: Summary = { connections: 3, enabled: 3, needAttention: NONE, failing: NONE, tags: [] }

test('broken connections come before failures', () => {
  const failing = { count: 1, names: ['Northwind'] }
  assert.equal(headline({ ...SUMMARY, failing, needAttention: failing }).variant, 'danger')
  assert.equal(headline({ ...SUMMARY, failing }).variant, 'warning')
  assert.equal(headline(SUMMARY).text, 'All connections work.')
})

test('of many the first are named and the others counted', () => {
  assert.equal(headline({ ...SUMMARY, needAttention: { count: 1205, names: ['A', 'B'] } }).text, 'A, B and 1,203 more need attention.')
})

test('disabled connections are neither a problem nor a success', () => {
  assert.equal(headline({ ...SUMMARY, enabled: 0 }).variant, 'info')
})

test('a budget is shown in percent if there is a limit', () => {
  assert.deepEqual(budgetOf(FIGURES), { percent: 50, text: '3,000 of 6,000' })
  assert.deepEqual(budgetOf({ ...FIGURES, budget: 0, pausedUntil: 'x' }), { percent: undefined, text: '3,000, no limit, paused' })
})
