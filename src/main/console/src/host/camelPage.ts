import { hawtio } from '@hawtio/react'

const PATIENCE_MILLIS = 10000

const page = (name: string) => `${(hawtio.getBasePath() ?? '').replace(/\/$/, '')}/${name}`

/** The first page of what is selected, which is a diagram for the routes; its own address follows a moment later. */
export const isDiagram = () => [page('camel'), page('camel/routeDiagram')].includes(location.pathname)

/** In place of the page that asks for it, after that has been drawn. */
export function openList(): void {
  setTimeout(() => {
    if (!isDiagram()) return
    history.replaceState(history.state, '', page('camel/routes') + location.search)
    dispatchEvent(new PopStateEvent('popstate', { state: history.state }))
  })
}

/** The menu opens the list of routes instead; each of them has its own diagram. */
export function openCamelWithItsRoutes(): void {
  document.addEventListener('click', event => {
    const link = (event.target as Element | null)?.closest?.('nav a[href]') as HTMLAnchorElement | null
    if (!link || event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey) return
    if (new URL(link.href).pathname !== page('camel') || location.pathname.startsWith(page('camel'))) return
    event.preventDefault()
    event.stopPropagation()
    go(page('camel/routes'))
    whenTabsAreThere(tabs => {
      // Something else than the routes is selected since an earlier visit: its first tab.
      if (location.pathname === page('camel/routes') && !tabs.some(tab => new URL(tab.href).pathname === page('camel/routes'))) go(page('camel'))
    })
  }, true)
}

function go(path: string): void {
  history.pushState(null, '', path)
  dispatchEvent(new PopStateEvent('popstate', { state: null }))
}

function whenTabsAreThere(then: (tabs: HTMLAnchorElement[]) => void): void {
  const look = () => {
    const tabs = [...document.querySelectorAll<HTMLAnchorElement>("#camel-content nav a[href]")]
    if (tabs.length === 0) return
    stop()
    then(tabs)
  }
  const watch = new MutationObserver(look)
  const timer = setTimeout(() => stop(), PATIENCE_MILLIS)
  const stop = () => {
    watch.disconnect()
    clearTimeout(timer)
  }
  watch.observe(document.body, { childList: true, subtree: true })
  look()
}
