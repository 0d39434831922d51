import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tree } from '../src/projects/tree'

const drawn = (items: { key: string; parent?: string }[]) => tree(items).map(({ item, depth }) => '-'.repeat(depth) + item.key)

test('children are below their parents in the order of the plan', () => {
  assert.deepEqual(drawn([{ key: 'project' }, { key: 'a', parent: 'project' }, { key: 'b', parent: 'project' }, { key: 'a1', parent: 'a' }]), ['project', '-a', '--a1', '-b'])
})

test('nothing is lost: neither an orphan nor a circle', () => {
  assert.deepEqual(drawn([{ key: 'x', parent: 'gone' }, { key: 'p', parent: 'q' }, { key: 'q', parent: 'p' }]).length, 3)
})
