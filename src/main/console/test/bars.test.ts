import assert from 'node:assert/strict'
import { test } from 'node:test'
import { barsOf, callBars, callSummaryOf, HEIGHT, summaryOf } from '../src/overview/bars'

test('the highest bar fills the chart and a single failure can be seen', () => {
  assert.deepEqual(barsOf([0, 1, 1000]).map(bar => bar.height), [0, 2, HEIGHT])
  assert.deepEqual(barsOf([0, 0]).map(bar => bar.height), [0, 0])
})

test('a chart is a sentence as well', () => {
  assert.equal(summaryOf([{ day: '2026-03-01', failures: 2 }, { day: '2026-03-02', failures: 1200 }]), '1,202 failures in the last 14 days, most on 2026-03-02: 1,200.')
  assert.equal(summaryOf([{ day: '2026-03-01', failures: 0 }, { day: '2026-03-02', failures: 1 }]), '1 failure in the last 14 days, on 2026-03-02.')
  assert.equal(summaryOf([]), 'No failures in the last 14 days.')
})

test('calls are shown as a share of the budget where there is one', () => {
  const clock = (hour: string) => `${hour}:00`
  const hours = [{ hour: '13', calls: 40 }, { hour: '14', calls: 1200, usedPercent: 25, connection: 'Northwind' }]
  assert.deepEqual(callBars(hours).map(bar => bar.height), [0, HEIGHT / 4])
  assert.equal(callSummaryOf(hours, clock, false), '1,240 calls in the last 24 hours. At most 25% of the hourly budget of Northwind used, at 14:00.')
  assert.equal(callSummaryOf(hours, clock, true), '1,240 calls in the last 24 hours. At most 25% of the hourly budget used, at 14:00.')
  assert.deepEqual(callBars([{ hour: '13', calls: 40 }]).map(bar => bar.height), [HEIGHT])
  assert.equal(callSummaryOf([{ hour: '13', calls: 1 }], clock, true), '1 call in the last 24 hours, most at 13:00: 1. There is no hourly limit.')
  assert.equal(callSummaryOf([], clock, true), 'No calls in the last 24 hours.')
})
