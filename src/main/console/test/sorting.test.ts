import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stateOptions } from '../src/opportunities/states'
import { sortingOf } from '../src/ui/sorting'

test('a heading shows the current order and requests another one', () => {
  let asked = ''
  const heading = sortingOf(['id', 'name', 'changed'], 'name', '-changed', sort => (asked = sort))

  assert.deepEqual(heading.sortBy, { index: 2, direction: 'desc' })
  assert.equal(heading.columnIndex, 1)
  heading.onSort(null, 1, 'asc')
  assert.equal(asked, 'name')
  heading.onSort(null, 0, 'desc')
  assert.equal(asked, '-id')
})

test('an order without a column marks none', () => {
  assert.equal(sortingOf(['id'], 'id', 'colour', () => undefined).sortBy.index, undefined)
})

test('states show their counts once they are known', () => {
  assert.deepEqual(stateOptions({ offered: 1573, closed: 0, filteredOut: 12 }).map(option => option.label), ['Offered (1,573)', 'Closed (0)', 'Filtered out (12)'])
  assert.deepEqual(stateOptions().map(option => option.label), ['Offered', 'Closed', 'Filtered out'])
})
