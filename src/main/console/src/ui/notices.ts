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
/* Headings of columns wrap where there is no room, and are never cut. */
main .pf-v6-c-table__th:not(.pf-m-nowrap) {
  --pf-v6-c-table--cell--Overflow: visible;
  --pf-v6-c-table--cell--WhiteSpace: normal;
}
/* A state is as wide as its text on a phone, too; what follows a text or another label is apart from it. */
main td > .pf-v6-c-label {
  justify-self: start;
}
main td > * + .pf-v6-c-label {
  margin-inline-start: 0.25rem;
}
/* A long name in a list does not take the row of the other filters. */
main .pf-v6-c-toolbar .pf-v6-c-form-control:has(select) {
  max-inline-size: 18rem;
}
/* On a phone there is no room for the name of the product, but for that of the user. */
@media (max-width: 40rem) {
  .pf-v6-c-masthead :is(.pf-v6-c-title, .pf-v6-c-avatar) {
    display: none;
  }
  .pf-v6-c-masthead {
    column-gap: 0.5rem;
  }
  .pf-v6-c-masthead :is(.pf-v6-c-masthead__main, .pf-v6-c-masthead__brand) {
    flex: none;
  }
  .pf-v6-c-masthead__brand :is(.pf-v6-c-masthead__logo, .pf-v6-c-brand) {
    inline-size: 2.25rem;
  }
  .pf-v6-c-masthead__content {
    flex: 1;
    min-inline-size: 0;
  }
  .pf-v6-c-masthead .pf-v6-c-toolbar__content-section {
    flex-wrap: nowrap;
    justify-content: flex-end;
  }
  .pf-v6-c-masthead .pf-v6-c-menu-toggle {
    max-inline-size: 100%;
  }
  .pf-v6-c-masthead .pf-v6-c-menu-toggle__text {
    overflow-wrap: anywhere;
    text-overflow: clip;
    white-space: normal;
  }
}
/* The list of all routes is there in place of one diagram. */
#camel-content nav li:has(a[href*='/camel/routeDiagram']):has(~ li a[href*='/camel/routes']) {
  display: none;
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
