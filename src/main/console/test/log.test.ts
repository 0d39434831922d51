import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pageOf } from '../src/hub/log'
import { searchOf } from '../src/log/search'
import { bodyOf, editing, requestOf, type Wishes } from '../src/log/wishes'

const WISHES: Wishes = { reason: ' fixed ', from: 'start', mapping: 'current', canary: true, perMinute: '', payload: undefined, body: undefined }

test('a search has only known filters, with times in UTC', () => {
  const search = searchOf({ connection: 'a', other: 'x', class: '', from: '2026-03-01T12:00' })
  assert.deepEqual(Object.keys(search), ['connection', 'from'])
  assert.equal(search['from'], new Date('2026-03-01T12:00').toISOString())
  assert.equal(searchOf({ to: 'tomorrow' })['to'], 'tomorrow')
})

test('a replay request contains only what was typed', () => {
  assert.deepEqual(requestOf({ entries: [7] }, WISHES), { entries: [7], reason: 'fixed', from: 'start', mapping: 'current', canary: true })
  assert.equal(requestOf({ entries: [7] }, { ...WISHES, perMinute: '30' }).perMinute, 30)
  assert.deepEqual(requestOf({ entries: [7] }, { ...WISHES, payload: '{"a":1}' }).payload, { a: 1 })
})

test('an invalid payload is never sent', () => {
  assert.throws(() => requestOf({ entries: [7] }, { ...WISHES, payload: '{"a":' }), /The payload is not valid JSON/)
})

test('the original plan excludes an edited payload', () => {
  assert.ok(!('payload' in requestOf({ entries: [7] }, { ...WISHES, mapping: 'original', payload: '{}' })))
})

test('a request body is edited in the original plan, from the failed step, and instead of the payload', () => {
  const wishes = editing({ ...WISHES, payload: '{}' }, '{"summary":"Rack"}')
  assert.deepEqual(requestOf({ entries: [7] }, wishes), { entries: [7], reason: 'fixed', from: 'failed-step', mapping: 'original', canary: true, body: { summary: 'Rack' } })
  assert.ok(!('body' in requestOf({ entries: [7] }, editing(wishes, undefined))))
  assert.throws(() => requestOf({ entries: [7] }, editing(WISHES, '{"summary":')), /The body is not valid JSON/)
})

test('only an object that the step certainly sends can be edited', () => {
  assert.equal(bodyOf({ call: { body: { summary: 'Rack' } } }), '{\n  "summary": "Rack"\n}')
  assert.equal(bodyOf({ call: { body: [] } }), undefined)
  assert.equal(bodyOf({ call: {} }), undefined)
  assert.equal(bodyOf({ call: { body: {} }, update: { body: {} } }), undefined)
  assert.equal(bodyOf(undefined), undefined)
})

test('a project in the log links to its page', () => {
  assert.equal(pageOf({ connection: 'northwind', subject: 'project:90001' }), 'projects/northwind/90001')
  assert.equal(pageOf({ connection: 'northwind', subject: 'opportunities' }), undefined)
})
