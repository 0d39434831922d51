import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listRoutesInPlaceOfOneDiagram, type RouteNode } from '../src/host/allRoutes'

class Node implements RouteNode {
  constructor(
    readonly metadata: Record<string, string>,
    readonly objectName?: string
  ) {}
  getType() {
    return this.getMetadata('type')
  }
  getMetadata(name: string) {
    return this.metadata[name]
  }
}

test('only the diagram of all routes is not drawn', () => {
  let isDiagram = true
  let opened = 0
  listRoutesInPlaceOfOneDiagram(Node, () => isDiagram, () => opened++)
  const folder = new Node({ type: 'routes', xml: '<routes><route id="a"/></routes>' })
  const route = new Node({ type: 'routeNode', xml: '<route id="a"/>' }, 'org.apache.camel:type=routes,name="a"')

  assert.equal(folder.getMetadata('xml'), '<routes/>')
  assert.equal(opened, 1)
  assert.equal(route.getMetadata('xml'), '<route id="a"/>')
  assert.equal(folder.getMetadata('type'), 'routes')
  isDiagram = false
  assert.equal(folder.getMetadata('xml'), '<routes><route id="a"/></routes>', 'its source')
  assert.equal(opened, 1)
})
