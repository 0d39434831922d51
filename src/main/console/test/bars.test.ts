import assert from 'node:assert/strict'
import { test } from 'node:test'
import { barsOf, HEIGHT, summaryOf } from '../src/overview/bars'

test('the highest bar fills the chart and a single failure can be seen', () => {
  assert.deepEqual(barsOf([0, 1, 1000]).map(bar => bar.height), [0, 2, HEIGHT])
  assert.deepEqual(barsOf([0, 0]).map(bar => bar.height), [0, 0])
})

test('a chart is a sentence as well', () => {
  assert.equal(summaryOf([{ day: '2026-03-01', failures: 2 }, { day: '2026-03-02', failures: 1200 }]), '1,202 in the last 14 days, most on 2026-03-02: 1,200.')
  assert.equal(summaryOf([]), 'No failures in the last 14 days.')
})
