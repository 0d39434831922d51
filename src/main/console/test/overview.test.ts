import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Line } from '../src/hub/overview'
import { budgetOf, headline } from '../src/overview/lines'

const FIGURES = { callsLastHour: 3000, usedByOthers: 0, budget: 6000, pausedUntil: null }

function line(status: Line['state']['status'], failuresOpen = 0, enabled = true): Line {
  const state = { status, enabled, cause: null, remedy: null, lastSyncAt: null, nextSyncAt: null, timeZone: 'UTC' }
  return { id: 'n', name: 'Northwind', system: 'autotask', state, jobsWaiting: 0, jobsRunning: 0, failuresLastDay: 0, failuresOpen, budget: FIGURES }
}

test('broken connections come before failures', () => {
  assert.equal(headline([line('CONNECTED', 3), line('NEEDS_ATTENTION')]).variant, 'danger')
  assert.equal(headline([line('CONNECTED', 3)]).variant, 'warning')
  assert.equal(headline([line('CONNECTED')]).text, 'All connections work.')
})

test('a disabled connection is neither a problem nor a success', () => {
  assert.equal(headline([line('NEEDS_ATTENTION', 2, false)]).variant, 'info')
})

test('a budget is shown in percent if there is a limit', () => {
  assert.deepEqual(budgetOf(FIGURES), { percent: 50, text: '3,000 of 6,000' })
  assert.deepEqual(budgetOf({ ...FIGURES, budget: 0, pausedUntil: 'x' }), { percent: undefined, text: '3,000, no limit, paused' })
})
