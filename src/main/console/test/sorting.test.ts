import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stateOptions } from '../src/opportunities/states'
import { sortingOf } from '../src/ui/sorting'

test('a heading shows the order that the hub is asked for, and asks for another one', () => {
  let asked = ''
  const heading = sortingOf(['id', 'name', 'changed'], 'name', '-changed', sort => (asked = sort))

  assert.deepEqual(heading.sortBy, { index: 2, direction: 'desc' })
  assert.equal(heading.columnIndex, 1)
  heading.onSort(null, 1, 'asc')
  assert.equal(asked, 'name')
  heading.onSort(null, 0, 'desc')
  assert.equal(asked, '-id')
})

test('an order that no column shows marks none', () => {
  assert.equal(sortingOf(['id'], 'id', 'colour', () => undefined).sortBy.index, undefined)
})

test('states tell how many they hold once that is known', () => {
  assert.deepEqual(stateOptions({ offered: 1573, closed: 0, keptOut: 12 }).map(option => option.label), ['Offered (1,573)', 'Closed (0)', 'Kept out (12)'])
  assert.deepEqual(stateOptions().map(option => option.label), ['Offered', 'Closed', 'Kept out'])
})
