const QUESTION = 'You have changes that are not saved. Leave without saving them?'

let unsaved = false
/** Where the form is, to stay there. */
let here = ''

/** Whether the page may be left: asks if it has unsaved changes. */
export function mayLeave(): boolean {
  if (!unsaved || !confirm(QUESTION)) return !unsaved
  unsaved = false
  return true
}

/** Tells whether the page has unsaved changes. */
export function setUnsaved(is: boolean): void {
  unsaved = is
  if (is) here = location.href
}

function isElsewhere(): boolean {
  return new URL(location.href).pathname !== new URL(here).pathname
}

/** Asks before links, the menu, Back and the browser leave a page with unsaved changes. */
export function guardLeaving(): void {
  addEventListener('beforeunload', event => unsaved && event.preventDefault())
  document.addEventListener(
    'click',
    event => {
      const link = (event.target as Element | null)?.closest?.('a[href]')
      if (!unsaved || !link || link.getAttribute('target') === '_blank' || link.hasAttribute('download') || event.metaKey || event.ctrlKey || event.shiftKey) return
      if (new URL((link as HTMLAnchorElement).href).pathname === location.pathname || mayLeave()) return
      event.preventDefault()
      event.stopPropagation()
    },
    true
  )
  addEventListener(
    'popstate',
    event => {
      if (!unsaved || !isElsewhere() || mayLeave()) return
      event.stopImmediatePropagation()
      history.pushState(null, '', here)
    },
    true
  )
}
