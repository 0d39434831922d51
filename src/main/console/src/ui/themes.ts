export const KEPT = 'scopebridge.theme'
const THEMES = ['system', 'light', 'dark'] as const

export type Theme = (typeof THEMES)[number]

/** What was chosen in this browser; otherwise that of the system. */
export function chosenTheme(store: Pick<Storage, 'getItem'> = localStorage): Theme {
  try {
    return THEMES.find(theme => theme === store.getItem(KEPT)) ?? 'system'
  } catch {
    return 'system'
  }
}

export const nextTheme = (theme: Theme): Theme => THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length]!
