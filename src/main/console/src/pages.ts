import type { ComponentType } from 'react'
import { Alerts } from './alerts/Alerts'
import { Apps } from './apps/Apps'
import { Audit } from './audit/Audit'
import { Log } from './log/Log'
import { Mappings } from './mappings/Mappings'
import { Opportunities } from './opportunities/Opportunities'
import { Overview } from './overview/Overview'
import { Projects } from './projects/Projects'
import { Account } from './users/Account'
import { Users } from './users/Users'

/** The pages in the order of the menu; some are there for admins only. */
export const PAGES: { id: string; title: string; component: ComponentType; forAdmins?: boolean }[] = [
  { id: 'overview', title: 'Overview', component: Overview },
  { id: 'apps', title: 'Connected apps', component: Apps },
  { id: 'opportunities', title: 'Opportunities', component: Opportunities },
  { id: 'projects', title: 'Projects', component: Projects },
  { id: 'log', title: 'Log', component: Log },
  { id: 'mappings', title: 'Mappings', component: Mappings },
  { id: 'alerts', title: 'Alerts', component: Alerts },
  { id: 'audit', title: 'Audit', component: Audit },
  { id: 'users', title: 'Users', component: Users, forAdmins: true },
  { id: 'account', title: 'Account', component: Account },
]
