/** What the console keeps of a node of its tree. */
export interface RouteNode {
  objectName?: string
  getType(): string | undefined
  getMetadata(name: string): string | undefined
}

/**
 * One diagram of all routes takes many seconds to draw and cannot be read: where the console would draw it, it finds no route, and the list is
 * opened instead. Each route has its own diagram.
 */
export function listRoutesInPlaceOfOneDiagram(node: { prototype: RouteNode }, isDiagram: () => boolean, openList: () => void): void {
  const metadata = node.prototype.getMetadata
  node.prototype.getMetadata = function (name) {
    const isOfAll = name === 'xml' && !this.objectName && this.getType() === 'routes' && isDiagram()
    if (!isOfAll) return metadata.call(this, name)
    openList()
    return '<routes/>'
  }
}
