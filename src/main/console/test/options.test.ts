import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fieldOf, sent, startOf } from '../src/projects/options'
import type { OptionField } from '../src/hub/projects'

const BOARD: OptionField = { name: 'board', title: 'Board', description: 'Where.', type: 'choice', required: true, default: 'projects', choices: [{ id: 31, name: 'Projects' }] }

test('a default by name or by id becomes the choice that it means', () => {
  assert.equal(startOf(BOARD), 31)
  assert.equal(startOf({ ...BOARD, default: '31' }), 31)
  assert.equal(startOf({ ...BOARD, default: 'Gone' }), 'Gone')
})

test('only what was chosen is sent', () => {
  assert.deepEqual(sent({ board: 31, search: 'con', company: undefined, governance: false, template: '' }), { board: 31, governance: false })
})

test('a list that is cut says so', () => {
  assert.match(fieldOf({ ...BOARD, more: true }).description, /more than are shown/)
})
