// Hawtio leaves its pages standing when the session has ended. This plugin without a page leads to the login instead, and notes where one was.
(() => {
  const plainFetch = window.fetch
  let leaving = false
  window.fetch = async (...request) => {
    const answer = await plainFetch.apply(window, request)
    if (answer.status === 401 && !leaving && new URL(answer.url).origin === window.location.origin) {
      leaving = true
      sessionStorage.setItem('scopebridge.return', window.location.pathname + window.location.hash)
      window.location.assign('/login?ended')
    }
    return answer
  }
  window.scopebridgeSession = { init: () => {}, get: async () => () => ({ plugin: () => {} }) }
})()
