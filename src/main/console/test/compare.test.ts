import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bodyOf, fieldsOf, leaves, mappedBody } from '../src/log/compare'

const differing = (rows: ReturnType<typeof fieldsOf>) => rows.filter(row => row.differs).map(row => row.path)

test('fields are found at any depth', () => {
  assert.deepEqual([...leaves({ a: { b: 1 }, c: ['x', null] })], [['a/b', 1], ['c/0', 'x'], ['c/1', null]])
})

test('a reference that was sent as an id does not differ; a changed text does', () => {
  const rows = fieldsOf({ project: { id: '${project}' }, summary: 'Rack', hours: 6 }, { project: { id: 812 }, summary: 'Rack …', hours: 6 }, undefined)
  assert.deepEqual(differing(rows), ['summary'])
})

test('what the system stored otherwise differs; what it does not return does not', () => {
  assert.deepEqual(differing(fieldsOf({ a: '1', b: 2, c: 'x' }, { a: '1', b: 2, c: 'x' }, { a: 1, b: 3 })), ['b'])
  assert.deepEqual(differing(fieldsOf({ a: 1.5 }, { a: 1.5 }, { a: '1.50' })), [])
})

test('before anything was sent nothing differs, and a lost field does', () => {
  assert.deepEqual(differing(fieldsOf({ a: 1 }, undefined, undefined)), [])
  assert.deepEqual(differing(fieldsOf({ a: 1 }, {}, undefined)), ['a'])
})

test('the body is that of the call that was made', () => {
  const step = { call: { body: { a: 1 } }, update: { method: 'PATCH', body: { a: 2 } } }
  assert.deepEqual(mappedBody(step, 'POST /x'), { a: 1 })
  assert.deepEqual(mappedBody(step, 'PATCH /x/1\nAccept: x'), { a: 2 })
  assert.deepEqual(bodyOf('POST /x\n\n{"a":1}'), { a: 1 })
  assert.equal(mappedBody(undefined, undefined), undefined)
})
