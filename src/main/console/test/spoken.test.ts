import assert from 'node:assert/strict'
import { test } from 'node:test'
import { spoken } from '../src/ui/spoken'
import { exact } from '../src/ui/time'

test('API calls are not shown to people', () => {
  assert.equal(spoken('There is no log entry 17. GET /api/log lists them.'), 'There is no log entry 17.')
  assert.equal(spoken("The connection 'acme' is disabled. POST /api/connections/acme/enable first."), "The connection 'acme' is disabled.")
  assert.equal(spoken('Not checked; POST /api/connections/acme/check runs it.'), 'Not checked; POST /api/connections/acme/check runs it.', 'better than nothing')
})

test('a call to the PSA is part of the failure', () => {
  const said = 'Autotask rejects the content of POST /Projects/812/Tasks: The task was refused. Correct it.'
  assert.equal(spoken(said), said)
})

test('a time in a sentence is in the reader\'s zone', () => {
  assert.equal(spoken('It expired at 2026-03-01T12:00:00Z. Ask again.'), `It expired at ${exact('2026-03-01T12:00:00Z')}. Ask again.`)
  assert.equal(spoken('From 2026-03-01T12:00:00.123456Z on.'), `From ${exact('2026-03-01T12:00:00.123Z')} on.`)
  assert.equal(spoken('The day 2026-03-01 stays.'), 'The day 2026-03-01 stays.')
})
