import React from 'react'
import { configManager, hawtio, helpRegistry, MBeanNode } from '@hawtio/react'
import { me } from './hub/me'
import { PAGES } from './pages'
import { help } from './help'
import { listRoutesInPlaceOfOneDiagram } from './host/allRoutes'
import { isDiagram, openCamelWithItsRoutes, openList } from './host/camelPage'
import { Contained } from './ui/Contained'
import { guardLeaving } from './ui/leaving'
import { followHistory, restoreLocation } from './ui/location'
import { placeNotices } from './ui/notices'
import { addSkipLink } from './ui/skip'
import { followTheme } from './ui/theme'

/** Created once per page: a new component would remount the page. */
function contained({ title, component: Component }: (typeof PAGES)[number]): React.FC {
  return () => (
    <Contained title={title}>
      <Component />
    </Contained>
  )
}

/** Without an answer the page is there, and says what is wrong. */
async function isAdmin(): Promise<boolean> {
  return me().then(
    ({ role }) => role === 'admin',
    () => true
  )
}

/** Called once by the console. */
export function plugin(): void {
  PAGES.forEach((page, position) =>
    hawtio.addPlugin({
      id: `scopebridge-${page.id}`,
      title: page.title,
      path: `/scopebridge/${page.id}`,
      order: 1 + position / 10,
      component: contained(page),
      isActive: async () => !page.forAdmins || (await isAdmin()),
    })
  )
  helpRegistry.add('scopebridge', 'ScopeBridge', help, 1)
  placeNotices()
  guardLeaving()
  openCamelWithItsRoutes()
  if (MBeanNode) listRoutesInPlaceOfOneDiagram(MBeanNode, isDiagram, openList)
  followHistory()
  addSkipLink()
  followTheme()
  restoreLocation()
  // The pages work without it.
  void me().then(
    ({ version }) => version && configManager.addProductInfo('ScopeBridge', version),
    () => undefined
  )
}
