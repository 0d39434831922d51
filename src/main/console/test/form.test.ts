import assert from 'node:assert/strict'
import { test } from 'node:test'
import { located } from '../src/form/errors'
import { fieldsOf, groupsOf } from '../src/form/schema'
import { valueAt, withValue } from '../src/form/values'

const SCHEMA = {
  properties: {
    connectwise: {
      title: 'ConnectWise',
      required: ['host', 'privateKey', 'version'],
      properties: {
        host: { title: 'Host', type: 'string' },
        privateKey: { title: 'Private key', type: 'string', writeOnly: true },
        version: { title: 'Model version', type: 'string', default: '2025.1' },
        nested: { properties: { on: { title: 'On', type: 'boolean', default: true } } },
      },
    },
    note: { title: 'Not a group', type: 'string' },
  },
}

test('a schema becomes groups of fields with their paths and kinds', () => {
  const [group, ...others] = groupsOf(SCHEMA)
  assert.deepEqual(others, [])
  assert.deepEqual(
    group?.fields.map(field => [field.path, field.kind, field.required]),
    [
      ['connectwise.host', 'text', true],
      ['connectwise.privateKey', 'secret', true],
      ['connectwise.version', 'text', false],
      ['connectwise.nested.on', 'switch', false],
    ]
  )
})

test('a field that may be a name or an id is text, and a number alone is a number', () => {
  const kinds = fieldsOf({ properties: { board: { type: ['string', 'integer'] }, template: { type: ['integer', 'null'] }, when: { type: 'string', format: 'date' }, way: { enum: ['a'] } } })
  assert.deepEqual(kinds.map(field => field.kind), ['text', 'number', 'date', 'select'])
})

test('a value is set in a copy and removed by undefined', () => {
  const before = { a: { b: 1, c: 2 } }
  assert.deepEqual(withValue(before, 'a.b', undefined), { a: { c: 2 } })
  assert.deepEqual(withValue({}, 'x.y.z', 5), { x: { y: { z: 5 } } })
  assert.equal(before.a.b, 1)
  assert.equal(valueAt(before, 'a.b'), 1)
  assert.equal(valueAt(before, 'a.b.c'), undefined)
})

test('errors stand in the order of the form, each with the title of its field', () => {
  const found = located(
    [
      { field: 'settings.b', message: 'is too long (Second: at most 5 characters)' },
      { field: 'elsewhere', message: 'is wrong' },
      { field: 'a', message: 'is required' },
    ],
    [
      { path: 'a', title: 'First', description: '', kind: 'text', required: true, initial: undefined, choices: [] },
      { path: 'b', title: 'Second', description: '', kind: 'text', required: false, initial: undefined, choices: [] },
    ]
  )
  assert.deepEqual(found, [
    { path: 'a', label: 'First', message: 'is required' },
    { path: 'b', label: 'Second', message: 'is too long' },
    { path: undefined, label: 'elsewhere', message: 'is wrong' },
  ])
})

test('one name, several names, and names that are the same for every tenant', () => {
  const [won, status, stages, options] = fieldsOf({ properties: { won: { 'x-name': 'status' }, status: { 'x-list': 'status' }, stages: { 'x-list': ['won', 'lost'] }, options: { type: 'object', 'x-project-options': true } } })
  assert.deepEqual([won?.names, won?.isOne, status?.names, status?.isOne, stages?.names, stages?.known, options?.kind], ['status', true, 'status', false, undefined, ['won', 'lost'], 'options'])
})
