import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nextTheme } from '../src/ui/themes'

test('the switch goes round', () => {
  assert.deepEqual(['system', 'light', 'dark'].map(theme => nextTheme(theme as 'system')), ['light', 'dark', 'system'])
})
