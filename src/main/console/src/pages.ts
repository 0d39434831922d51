import type { ComponentType } from 'react'
import { Alerts } from './alerts/Alerts'
import { Apps } from './apps/Apps'
import { Audit } from './audit/Audit'
import { Log } from './log/Log'
import { Mappings } from './mappings/Mappings'
import { Opportunities } from './opportunities/Opportunities'
import { Overview } from './overview/Overview'
import { Projects } from './projects/Projects'

/** The pages in the order of the menu. */
export const PAGES: { id: string; title: string; component: ComponentType }[] = [
  { id: 'overview', title: 'Overview', component: Overview },
  { id: 'apps', title: 'Connected apps', component: Apps },
  { id: 'opportunities', title: 'Opportunities', component: Opportunities },
  { id: 'projects', title: 'Projects', component: Projects },
  { id: 'log', title: 'Log', component: Log },
  { id: 'mappings', title: 'Mappings', component: Mappings },
  { id: 'alerts', title: 'Alerts', component: Alerts },
  { id: 'audit', title: 'Audit', component: Audit },
]
