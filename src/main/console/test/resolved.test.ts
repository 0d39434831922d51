import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OpportunityLink, OptionField } from '../src/hub/projects'
import { resolved } from '../src/projects/resolved'

const field = (name: string, more: Partial<OptionField> = {}): OptionField => ({ name, title: name, description: '', type: 'choice', required: false, ...more })
const FIELDS = [
  field('company', { choices: [{ id: 251, name: 'Contoso Ltd' }, { id: 250, name: 'NORTHWIND  traders' }] }),
  field('board', { title: 'Board', required: true, default: 'Projects', choices: [{ id: 51, name: 'Projects' }] }),
  field('estimatedStart', { title: 'Start', type: 'date', required: true, default: '2026-03-01' }),
]
const LINK: OpportunityLink = { project: '7', opportunity: '1002', crmOpportunity: '9', name: 'Refresh', client: 'Northwind Traders', company: 'Northwind Traders', sameCompany: true }

test('company, board and dates are named as they stand', () => {
  assert.deepEqual(resolved(FIELDS, {}, LINK), {
    lines: [['Client in ScopeStack', 'Northwind Traders'], ['Company', 'Northwind Traders, of the opportunity Refresh (1002)'], ['Board', 'Projects'], ['Start', '2026-03-01']],
  })
})

test('an opportunity of another company is noticed, and so is a company chosen here', () => {
  assert.deepEqual(resolved(FIELDS, {}, { ...LINK, company: 'Fabrikam', sameCompany: false }).otherCompany, { client: 'Northwind Traders', company: 'Fabrikam' })
  assert.deepEqual(resolved(FIELDS, { company: 251 }, LINK).otherCompany, { client: 'Northwind Traders', company: 'Contoso Ltd' })
  assert.equal(resolved(FIELDS, { company: 250 }, { ...LINK, company: 'Fabrikam', sameCompany: false }).otherCompany, undefined)
})

test('without an opportunity the company is found by the name of the client', () => {
  assert.deepEqual(resolved(FIELDS, {}, { ...LINK, opportunity: null, company: null }).lines[1], ['Company', 'Northwind Traders, named like the client'])
  assert.deepEqual(resolved([], {}, undefined), { lines: [] })
})
