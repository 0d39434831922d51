export interface TreeNode {
  children?: TreeNode[]
  find(wanted: (node: TreeNode) => boolean): TreeNode | null
}

/** The console's search continues through the whole tree after a hit, and a route diagram searches several times for each of its nodes. */
export function endSearchAtFirstHit(node: { prototype: TreeNode }): void {
  node.prototype.find = function (wanted) {
    if (wanted(this)) return this
    for (const child of this.children ?? []) {
      const found = child.find(wanted)
      if (found !== null) return found
    }
    return null
  }
}
