import type { ComponentType } from 'react'
import { Overview } from './overview/Overview'

/** The pages in the order of the menu. */
export const PAGES: { id: string; title: string; component: ComponentType }[] = [
  { id: 'overview', title: 'Overview', component: Overview },
]
