import assert from 'node:assert/strict'
import { test } from 'node:test'
import { namesIn, notYet, withName } from '../src/form/names'

test('names are separated by commas, and quoted if they contain one', () => {
  assert.deepEqual(namesIn('Open, "Won, late" ,Lost,'), ['Open', 'Won, late', 'Lost'])
  assert.equal(withName('Open,', 'Won, late'), 'Open, "Won, late"')
  assert.equal(withName(' ', 'Open'), 'Open')
})

test('what is there is not offered again', () => {
  assert.deepEqual(notYet(['Open', 'Won, late', 'Lost'], 'open, "won, late"'), ['Lost'])
})
