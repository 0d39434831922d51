import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asked, fieldOf, sent, startOf, withChange, withChosen } from '../src/projects/options'
import type { OptionField } from '../src/hub/projects'

const BOARD: OptionField = { name: 'board', title: 'Board', description: 'Where.', type: 'choice', required: true, default: 'projects', choices: [{ id: 31, name: 'Projects' }] }

test('a default by name or id selects the matching choice', () => {
  assert.equal(startOf(BOARD), 31)
  assert.equal(startOf({ ...BOARD, default: '31' }), 31)
  assert.equal(startOf({ ...BOARD, default: 'Gone' }), 'Gone')
})

test('only what was chosen is sent', () => {
  assert.deepEqual(sent({ board: 31, company: undefined, governance: false, template: '' }), { board: 31, governance: false })
})

test('a truncated list says so', () => {
  assert.match(fieldOf({ ...BOARD, more: true }).description, /Not all choices are shown/)
})

test('the selected value stays among the choices if a new search does not find it', () => {
  const company = fieldOf({ ...BOARD, name: 'company', default: null, none: 'That of the linked opportunity' })

  assert.deepEqual(withChosen(company, 250, { 250: 'Northwind' }).choices[0], { id: 250, name: 'Northwind' })
  assert.equal(withChosen(company, 31, {}).choices.length, 1)
  assert.equal(withChosen(company, null, {}).choices.length, 1)
  assert.equal(company.none, 'That of the linked opportunity')
})

test('what depends on a choice is chosen again, also at second hand', () => {
  const of = (name: string, ...dependsOn: string[]): OptionField => ({ ...BOARD, name, dependsOn })
  const fields = [of('shelf'), of('row', 'shelf'), of('place', 'row'), of('colour')]
  const typed = { shelf: 1, row: 2, place: 3, colour: 'red' }

  assert.deepEqual(sent(withChange(typed, 'shelf', 9, fields)), { shelf: 9, colour: 'red' })
  assert.deepEqual(sent(withChange(typed, 'row', 9, fields)), { shelf: 1, row: 9, colour: 'red' })
  assert.deepEqual(sent(withChange(typed, 'colour', 'blue', fields)), { ...typed, colour: 'blue' })
  assert.deepEqual(sent(withChange(typed, 'a', 1, [of('a', 'b'), of('b', 'a')])), { ...typed, a: 1 }, 'a circle ends')
})

test('the hub is asked with what others depend on and with what is searched for', () => {
  const fields: OptionField[] = [BOARD, { ...BOARD, name: 'status', dependsOn: ['board'] }, { ...BOARD, name: 'firm', search: 'Part of the name' }]

  assert.deepEqual(asked(fields, { board: 31, status: 4, firm: 7 }, { firm: 'north' }), { board: '31', 'search.firm': 'north' })
  assert.deepEqual(asked(fields, { board: '' }, { firm: '' }), {})
  assert.deepEqual(asked([], { board: 31 }, {}), {})
})
