/** Below, where no page has its buttons; the console shows its notices above, over them. */
const STYLE = '.pf-v6-c-alert-group.pf-m-toast { inset-block-start: auto; inset-block-end: 2rem }'

/** Moves the console's notices out of the way of the buttons. */
export function placeNotices(): void {
  const style = document.createElement('style')
  style.textContent = STYLE
  document.head.append(style)
}
