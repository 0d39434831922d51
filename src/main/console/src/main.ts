import { parseOnce } from './host/parsedOnce'
import { endSearchAtFirstHit, type TreeNode } from './host/shortSearch'

// Registers the pages with the console, which shares its libraries with them; static/plugin/remoteEntry.js calls it.
type Shared = Record<string, Record<string, { get: () => Promise<() => unknown> }>>

const SHARED = ['react', '@patternfly/react-core', '@patternfly/react-table', '@hawtio/react']
const host: Record<string, unknown> = {}
const world = globalThis as unknown as Record<string, unknown>

parseOnce(DOMParser.prototype as { parseFromString(text: string, type: string): unknown })
world.scopebridgeHost = host
world.scopebridgePages = async (shared: Shared) => {
  await Promise.all(
    SHARED.map(async name => {
      const version = Object.values(shared[name] ?? {})[0]
      if (!version) throw new Error(`The console does not share ${name}.`)
      host[name] = (await version.get())()
    })
  )
  const node = (host['@hawtio/react'] as { MBeanNode?: { prototype: TreeNode } }).MBeanNode
  if (node) endSearchAtFirstHit(node)
  return import('./plugin')
}
