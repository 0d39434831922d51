/** The first stop of the Tab key: past the menu, to the page. */
export function addSkipLink(): void {
  const skip = document.createElement('button')
  skip.type = 'button'
  skip.className = 'pf-v6-c-button pf-m-primary'
  skip.textContent = 'Skip to content'
  skip.id = 'scopebridge-skip'
  skip.addEventListener('click', () => {
    const main = document.querySelector('main')
    main?.setAttribute('tabindex', '-1')
    main?.focus()
  })
  document.body.prepend(skip)
}
