import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pageOf } from '../src/hub/log'
import { draftOf, isMuted, saidOf } from '../src/log/handling'
import { isFiltered, remember, remembered, searchOf } from '../src/log/search'
import { bodyOf, editing, requestOf, type Wishes } from '../src/log/wishes'

const WISHES: Wishes = { reason: ' fixed ', from: 'start', mapping: 'current', canary: true, perMinute: '', payload: undefined, body: undefined }

test('a search has only known filters, with times in UTC', () => {
  const search = searchOf({ connection: 'a', other: 'x', class: '', from: '2026-03-01T12:00' })
  assert.deepEqual(Object.keys(search), ['connection', 'state', 'from'])
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

test('open entries are shown unless another state is chosen', () => {
  assert.deepEqual(searchOf({}), { state: 'OPEN' })
  assert.deepEqual(searchOf({ state: 'ALL' }), {})
  assert.deepEqual(searchOf({ state: 'RESOLVED', problem: 'x' }), { state: 'RESOLVED', problem: 'x' })
  assert.ok(!isFiltered({ state: 'OPEN', view: 'entries' }))
  assert.ok(isFiltered({ since: '24h' }))
})

test('a period starts at a whole minute, so that it is asked for once a minute', () => {
  const now = Date.parse('2026-03-02T12:00:31Z')
  assert.equal(searchOf({ since: '24h' }, now)['from'], '2026-03-01T12:00:00.000Z')
  assert.equal(searchOf({ since: '7d' }, now)['from'], '2026-02-23T12:00:00.000Z')
})

test('the filters of the last visit are kept, one opened cause is not', () => {
  const kept = new Map<string, string>()
  const store = { setItem: (key: string, value: string) => kept.set(key, value), getItem: (key: string) => kept.get(key) ?? null } as unknown as Storage
  assert.deepEqual(remembered(store), {})
  remember({ connection: 'acme', problem: 'x' }, store)
  assert.deepEqual(remembered(store), { connection: 'acme' })
  store.setItem('scopebridge.log', '{"a":1')
  assert.deepEqual(remembered(store), {})
})

test('handling is said as a whole: what is emptied is taken back, a mute is kept or begins now', () => {
  const now = Date.parse('2026-03-02T12:00:00Z')
  const before = { mutedUntil: '2026-03-02T18:00:00Z', note: 'x', changedBy: 'olga', changedAt: '2026-03-02T11:00:00Z' }
  assert.deepEqual(saidOf(before, now), { acknowledged: false, note: 'x', assignee: '', mute: 'keep' })
  assert.deepEqual(draftOf({ ...saidOf(before, now), note: ' ' }, before, now), { acknowledged: false, seen: '2026-03-02T11:00:00Z', mutedUntil: '2026-03-02T18:00:00Z' })
  assert.deepEqual(draftOf({ acknowledged: true, note: '', assignee: 'olga', mute: '1h' }, undefined, now), { acknowledged: true, seen: 'none', assignee: 'olga', mutedUntil: '2026-03-02T13:00:00.000Z' })
  assert.ok(isMuted(before, now))
  const later = Date.parse('2026-03-03T00:00:00Z')
  assert.equal(saidOf(before, later).mute, '', 'a mute that has ended is not kept')
  assert.equal(draftOf({ ...saidOf(before, now), acknowledged: true }, before, later).mutedUntil, undefined)
  assert.ok(!isMuted(before, Date.parse('2026-03-02T18:00:01Z')))
})
