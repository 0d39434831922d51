import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Connection, Psa } from '../src/hub/connections'
import type { Gates } from '../src/hub/projects'
import { actionsOf } from '../src/projects/actions'

const CONNECTION: Connection = { id: 'n', name: 'Northwind', system: 'autotask', enabled: true, settings: { features: { crm: true, psa: true } }, secrets: [] }
const AUTOTASK: Psa = { id: 'autotask', title: 'Autotask', settings: { 'x-offers': ['project.update-crm'] } }
const OPEN: Gates = { push: null, linked: null, revenue: null, order: null, link: null }
const APPROVED = { gates: OPEN }
const against = (cause: string) => ({ cause, remedy: 'Wait.' })

test('a button is shown only if the system supports the action', () => {
  const actions = actionsOf(APPROVED, CONNECTION, AUTOTASK, true)

  assert.deepEqual(actions.updateCrm, { because: undefined })
  assert.equal(actions.salesOrder, undefined)
})

test('a disabled button gives a reason', () => {
  const off = { ...CONNECTION, settings: { features: { crm: false } } }

  assert.match(actionsOf(APPROVED, off, AUTOTASK, true).updateCrm?.because ?? '', /CRM is switched off/)
  assert.equal(actionsOf(APPROVED, off, AUTOTASK, true).create.because, undefined)
  assert.match(actionsOf({ gates: { ...OPEN, revenue: against('It is linked to no opportunity.') } }, CONNECTION, AUTOTASK, true).updateCrm?.because ?? '', /no opportunity/)
  assert.match(actionsOf({ gates: { ...OPEN, push: against('It is in status building.') } }, CONNECTION, AUTOTASK, true).create.because ?? '', /building/)
  assert.match(actionsOf({ gates: { ...OPEN, link: against('It is won.') } }, CONNECTION, AUTOTASK, true).link.because ?? '', /is won/)
  assert.match(actionsOf({}, CONNECTION, AUTOTASK, true).create.because ?? '', /not seen/)
  assert.match(actionsOf(APPROVED, { ...CONNECTION, enabled: false }, AUTOTASK, true).create.because ?? '', /disabled/)
})

test('a read-only role has no actions', () => {
  const { create, updateCrm, link } = actionsOf(APPROVED, CONNECTION, AUTOTASK, false)
  for (const action of [create, updateCrm, link]) assert.match(action?.because ?? '', /operator/)
})
