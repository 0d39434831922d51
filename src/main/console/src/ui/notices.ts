/** Next to the user menu, above the page; by default the console shows notices further down, over the buttons of the page. */
const STYLE = `.pf-v6-c-alert-group.pf-m-toast {
  inset-block-start: 0.375rem;
  inset-inline-end: 13rem;
  max-inline-size: min(37.5rem, calc(100vw - 26rem));
}
/* What gets the focus is never below the title of a form, which stays in view. */
main :is(input, select, textarea, button, a) {
  scroll-margin-block: 10rem 1rem;
}
/* On a phone there is no room for the name beside the logo. */
@media (max-width: 40rem) {
  .pf-v6-c-masthead__brand .pf-v6-c-title {
    display: none;
  }
}
#scopebridge-skip {
  position: fixed;
  inset-block-start: 0.5rem;
  inset-inline-start: 0.5rem;
  z-index: 1000;
}
#scopebridge-skip:not(:focus) {
  transform: translateY(-10rem);
}`

/** Moves the console's notices out of the way of the buttons. */
export function placeNotices(): void {
  const style = document.createElement('style')
  style.textContent = STYLE
  document.head.append(style)
}
