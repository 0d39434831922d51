// A module-federation container: the console hands over what it shares, and gets the pages. It never rejects, because a plugin
// that fails to load stops the whole console; what went wrong is said on a page instead.
type Shared = Record<string, Record<string, { get: () => Promise<() => unknown> }>>

const SHARED = ['react', '@patternfly/react-core', '@patternfly/react-table', '@hawtio/react']
const host: Record<string, unknown> = {}
const world = globalThis as unknown as Record<string, unknown>
let shared: Shared = {}

async function take(name: string): Promise<void> {
  const versions = Object.values(shared[name] ?? {})
  if (!versions[0]) throw new Error(`The console does not share ${name}.`)
  host[name] = (await versions[0].get())()
}

world.scopebridgeHost = host
world.scopebridgeConsole = {
  init: (scope: Shared) => {
    shared = scope
  },
  get: async () => {
    try {
      await Promise.all(SHARED.map(take))
      const pages = await import('./plugin')
      return () => pages
    } catch (reason) {
      console.error('ScopeBridge: its pages could not be loaded.', reason)
      return () => ({ plugin: () => sayThatPagesAreMissing(reason) })
    }
  },
}

function sayThatPagesAreMissing(reason: unknown): void {
  const bar = document.createElement('div')
  bar.setAttribute('role', 'alert')
  bar.id = 'scopebridge-missing'
  bar.textContent = `The pages of ScopeBridge could not be loaded (${String(reason)}). Reload the page; the other pages work.`
  document.body.prepend(bar)
}

export {}
