import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countsOf, leftBy, leftByJob } from '../src/projects/jobs'

const steps = (...states: ('PLANNED' | 'SENDING' | 'DONE' | 'REJECTED' | 'UNKNOWN' | 'BLOCKED')[]) => states.map(state => ({ state, inPlan: true }))

test('a cancelled push says what stays and what a resubmission creates', () => {
  assert.equal(leftBy(steps('DONE', 'DONE', 'PLANNED')), '2 of 3 are in the PSA: these stay. Resubmit creates the other 1.')
  assert.equal(leftBy([...steps('DONE', 'PLANNED'), { state: 'DONE', inPlan: false }]), '1 of 2 are in the PSA: these stay. Resubmit creates the other 1.')
  assert.equal(leftBy(steps('PLANNED', 'PLANNED')), 'Nothing was created in the PSA. Resubmit creates everything.')
})

test('a lost answer is said, and not counted among what is there', () => {
  assert.equal(leftBy(steps('DONE', 'SENDING', 'UNKNOWN', 'PLANNED')), '1 of 4 are in the PSA: these stay. Resubmit creates the other 1. Of 2 the answer was lost: Resubmit looks for them before it sends anything.')
})

test('a job counts its own steps', () => {
  assert.equal(leftByJob({ result: { created: 2, existing: 1, cancelled: 4, blocked: 0 } }), '3 of 7 steps were done when it stopped: these stay.')
  assert.equal(leftByJob({}), 'It had sent nothing.')
  assert.equal(countsOf({ result: { created: 2, cancelled: 4 } }), '2 created, 4 not sent')
})
