// What the pages use of the console that hosts them.
import type { ComponentType } from 'react'
import type { RouteNode } from './allRoutes'

export interface Plugin {
  id: string
  title: string
  path: string
  order: number
  component: ComponentType
  isActive: () => Promise<boolean>
}

export const hawtio: {
  addPlugin(plugin: Plugin): unknown
  getBasePath(): string | undefined
  /** Of the operating system, dark or light. */
  windowTheme(): string
  updateFromTheme(): void
}

export const eventService: {
  notify(event: { type: 'success' | 'info' | 'warning' | 'danger'; message: string; duration?: number }): void
}

export const configManager: {
  /** Shown in the dialog About. */
  addProductInfo(name: string, version: string): void
}

export const helpRegistry: {
  add(id: string, title: string, markdown: string, order: number): void
}

/** A node of the trees of Camel and JMX. */
export const MBeanNode: { prototype: RouteNode } | undefined
