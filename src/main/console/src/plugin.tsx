import { hawtio, helpRegistry } from '@hawtio/react'
import { PAGES } from './pages'
import { help } from './help'
import { returnToWhereOneWas } from './ui/location'

/** Called once by the console. */
export function plugin(): void {
  PAGES.forEach((page, position) =>
    hawtio.addPlugin({
      id: `scopebridge-${page.id}`,
      title: page.title,
      path: `/scopebridge/${page.id}`,
      order: 1 + position / 10,
      component: page.component,
      isActive: async () => true,
    })
  )
  helpRegistry.add('scopebridge', 'ScopeBridge', help, 1)
  returnToWhereOneWas()
}
