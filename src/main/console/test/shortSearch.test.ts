import assert from 'node:assert/strict'
import { test } from 'node:test'
import { endSearchAtFirstHit, type TreeNode } from '../src/host/shortSearch'

class Node implements TreeNode {
  children?: Node[]
  constructor(
    readonly name: string,
    ...children: Node[]
  ) {
    if (children.length > 0) this.children = children
  }
  find(_: (node: TreeNode) => boolean): TreeNode | null {
    throw new Error('replaced')
  }
}

test('the first node that fits is found, and none is asked after it', () => {
  endSearchAtFirstHit(Node)
  const tree = new Node('all', new Node('a', new Node('a1', new Node('b2'))), new Node('b', new Node('b1'), new Node('b2')), new Node('c'))
  const asked: string[] = []
  const find = (name: string) =>
    tree.find(node => {
      asked.push((node as Node).name)
      return (node as Node).name === name
    })
  assert.equal(find('b'), tree.children?.[1])
  assert.deepEqual(asked, ['all', 'a', 'b'], 'children first')
  assert.equal(find('b1'), tree.children?.[1]?.children?.[0])
  assert.equal(find('none'), null)
  assert.equal(asked.filter(name => name === 'c').length, 2, 'each once in a search without a hit')
})
