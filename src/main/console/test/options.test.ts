import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fieldOf, sent, startOf, withChange, withChosen } from '../src/projects/options'
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

test('statuses depend on the board, projects on the company', () => {
  const typed = { board: 31, ticketStatus: 372, company: 250, project: 7301 }

  assert.deepEqual(sent(withChange(typed, 'board', 52)), { board: 52, company: 250, project: 7301 })
  assert.deepEqual(sent(withChange(typed, 'company', 251)), { board: 31, ticketStatus: 372, company: 251 })
})
