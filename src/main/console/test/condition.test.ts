import assert from 'node:assert/strict'
import { test } from 'node:test'
import { condition } from '../src/hub/condition'

test('a problem is shown with its remedy', () => {
  const shown = condition({ status: 'NEEDS_ATTENTION', enabled: true, cause: 'The key is wrong.', remedy: 'Make a new one.' })
  assert.deepEqual(shown, { title: 'Needs attention.', more: 'The key is wrong. Make a new one.' })
})

test('a disabled connection says so first, and mentions no API call', () => {
  const shown = condition({ status: 'UNCHECKED', enabled: false, cause: null, remedy: null })
  assert.match(shown.title, /^Disabled: nothing runs/)
  assert.match(shown.more, /^Use Test connection/)
})
