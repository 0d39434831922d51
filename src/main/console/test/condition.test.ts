import assert from 'node:assert/strict'
import { test } from 'node:test'
import { condition } from '../src/hub/condition'

test('what needs attention is told with what to do', () => {
  const told = condition({ status: 'NEEDS_ATTENTION', enabled: true, cause: 'The key is wrong.', remedy: 'Make a new one.' })
  assert.deepEqual(told, { title: 'Needs attention.', more: 'The key is wrong. Make a new one.' })
})

test('a disabled connection says so first, and names no address for programs', () => {
  const told = condition({ status: 'UNCHECKED', enabled: false, cause: null, remedy: null })
  assert.match(told.title, /^Disabled, nothing runs/)
  assert.match(told.more, /^Press Test connection/)
})
