import { hawtio } from '@hawtio/react'
import { chosenTheme, KEPT, type Theme } from './themes'

export function chooseTheme(theme: Theme): void {
  try {
    localStorage.setItem(KEPT, theme)
  } catch {
    // A browser that keeps nothing: for this visit only.
  }
  show(theme)
}

/** Called once: the console asks for the theme of the system. */
export function followTheme(): void {
  const ofSystem = hawtio.windowTheme.bind(hawtio)
  hawtio.windowTheme = () => (shown === 'system' ? ofSystem() : shown)
  show(chosenTheme())
}

let shown: Theme = 'system'

function show(theme: Theme): void {
  shown = theme
  document.documentElement.style.colorScheme = theme === 'system' ? '' : theme
  hawtio.updateFromTheme()
}
