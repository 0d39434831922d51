export interface TreeNode {
  children?: TreeNode[]
  find(wanted: (node: TreeNode) => boolean): TreeNode | null
}

/**
 * The console's search continues through the whole tree after a hit, and a route diagram searches several times for each of its nodes,
 * mostly for a child: children are asked before what is below them.
 */
export function endSearchAtFirstHit(node: { prototype: TreeNode }): void {
  node.prototype.find = function (wanted) {
    if (wanted(this)) return this
    const children = this.children ?? []
    const child = children.find(wanted)
    if (child !== undefined) return child
    for (const each of children) {
      for (const below of each.children ?? []) {
        const found = below.find(wanted)
        if (found !== null) return found
      }
    }
    return null
  }
}
