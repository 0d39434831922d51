// The module-federation container of our pages. It loads them itself and never rejects, because a plugin that fails to load would
// stop the whole console.
(() => {
  const plainFetch = window.fetch
  let shared = {}
  let leaving = false

  // Hawtio keeps showing its pages after the session has ended. This redirects to the login and stores the current location.
  window.fetch = async (...request) => {
    const answer = await plainFetch.apply(window, request)
    if (answer.status === 401 && !leaving && new URL(answer.url).origin === window.location.origin) {
      leaving = true
      sessionStorage.setItem('scopebridge.return', window.location.pathname + window.location.hash)
      window.location.assign('/login?ended')
    }
    return answer
  }

  const script = address => new Promise((loaded, failed) => {
    const element = document.createElement('script')
    element.src = address
    element.onload = loaded
    element.onerror = () => failed(new Error('no response for ' + address))
    document.head.append(element)
  })

  const showMissingPages = reason => {
    console.error('ScopeBridge: its pages could not be loaded.', reason)
    const bar = document.createElement('p')
    bar.setAttribute('role', 'alert')
    bar.style.cssText = 'margin: 0; padding: 0.75rem 1rem; background: #9d1f16; color: #fff'
    bar.textContent = 'The pages of ScopeBridge could not be loaded (' + reason.message + '). Reload this page; the other pages still work.'
    document.body.prepend(bar)
  }

  window.scopebridge = {
    init: scope => { shared = scope },
    get: async () => {
      try {
        await script('/console/pages.js')
        const pages = await window.scopebridgePages(shared)
        return () => pages
      } catch (reason) {
        return () => ({ plugin: () => showMissingPages(reason) })
      }
    },
  }
})()
