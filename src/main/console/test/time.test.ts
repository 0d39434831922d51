import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clock, duration, pickable, relative } from '../src/ui/time'

const NOW = Date.parse('2026-03-01T12:00:00Z')

test('times are shown in the largest unit', () => {
  assert.equal(relative('2026-03-01T11:58:01Z', NOW), '1 minute ago')
  assert.equal(relative('2026-03-01T14:00:00Z', NOW), 'in 2 hours')
  assert.equal(relative('2026-03-01T12:00:00Z', NOW), 'now')
  assert.equal(relative('2026-02-27T12:00:00Z', NOW), '2 days ago')
})

test('durations are short and never negative', () => {
  assert.equal(duration(-3), '0 s')
  assert.equal(duration(59.6), '1 min 0 s')
  assert.equal(duration(3900), '1 h 5 min')
})

test('a time in a URL fills the form field in the reader\'s zone', () => {
  const local = pickable('2026-03-01T12:00:00Z')
  assert.match(local, /^2026-0[23]-\d\dT\d\d:\d\d$/)
  assert.equal(new Date(local).toISOString(), '2026-03-01T12:00:00.000Z')
  assert.equal(pickable('2026-03-01T12:00'), '2026-03-01T12:00')
  assert.equal(pickable(''), '')
  assert.equal(pickable('soon'), 'soon')
})

test('the clock of another zone is named, that of the reader is not', () => {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  assert.equal(clock('2026-03-01T12:00:00Z', own), '')
  assert.equal(clock('2026-03-01T12:00:00Z', 'Pacific/Kiritimati'), own === 'Pacific/Kiritimati' ? '' : ' (02:00 Pacific/Kiritimati)')
  assert.equal(clock('2026-03-01T12:00:00Z', 'Nowhere/Land'), '')
})
