import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Line } from '../src/hub/overview'
import { budgetOf, headline } from '../src/overview/lines'

const FIGURES = { callsLastHour: 3000, usedByOthers: 0, budget: 6000, pausedUntil: null }

function line(status: Line['state']['status'], failuresOpen = 0, enabled = true): Line {
  const state = { status, enabled, cause: null, remedy: null, lastSyncAt: null, nextSyncAt: null }
  return { id: 'n', name: 'Northwind', system: 'autotask', state, jobsWaiting: 0, jobsRunning: 0, failuresLastDay: 0, failuresOpen, budget: FIGURES }
}

test('what is broken is told before what has failed', () => {
  assert.equal(headline([line('CONNECTED', 3), line('NEEDS_ATTENTION')]).variant, 'danger')
  assert.equal(headline([line('CONNECTED', 3)]).variant, 'warning')
  assert.equal(headline([line('CONNECTED')]).text, 'All is well.')
})

test('what is disabled is no reason to worry, and no reason to rejoice', () => {
  assert.equal(headline([line('NEEDS_ATTENTION', 2, false)]).variant, 'info')
})

test('a budget is told in percent where there is a limit', () => {
  assert.deepEqual(budgetOf(FIGURES), { percent: 50, text: '3,000 of 6,000' })
  assert.deepEqual(budgetOf({ ...FIGURES, budget: 0, pausedUntil: 'x' }), { percent: undefined, text: '3,000, no limit, paused' })
})
