import type { Connection, Psa } from '../hub/connections'
import { OPERATORS_DO } from '../hub/me'
import type { Project } from '../hub/projects'
import { valueAt } from '../form/values'

/** A button of the project page: absent if the system does not support it, with a reason if it is disabled. */
export interface Action {
  because?: string
}

export interface Actions {
  create: Action
  updateCrm?: Action
  salesOrder?: Action
  link: Action
}

const APPROVED = ['approved', 'won']
const CLOSED = ['won', 'lost', 'canceled', 'archived']

/** The available actions of a project; the hub refuses the others as well. */
export function actionsOf(project: Pick<Project, 'status' | 'opportunity'> | undefined, connection: Connection | undefined, psa: Psa | undefined, operate: boolean): Actions {
  const status = project?.status ?? ''
  const never = !operate
    ? OPERATORS_DO
    : !connection || !project
      ? 'Loading.'
      : !connection.enabled
        ? 'The connection is disabled. An admin can enable it under Connected apps.'
        : undefined
  const offered = psa?.settings['x-offers'] ?? []
  const isOff = (feature: string) => connection !== undefined && valueAt(connection.settings, `features.${feature}`) === false
  const off = (feature: string) => (isOff(feature) ? `${feature.toUpperCase()} is switched off in the features of the connection.` : undefined)
  const create = never ?? off('psa') ?? (APPROVED.includes(status) ? undefined : 'Only approved projects can be created in the PSA.')
  const crm = never ?? off('crm') ?? ([...APPROVED, 'lost'].includes(status) ? undefined : 'Only available for approved projects.') ?? (project?.opportunity ? undefined : 'Link the project to an opportunity first.')
  const link = never ?? (CLOSED.includes(status) ? `The project is ${status}: its opportunity can no longer be changed.` : undefined)
  return {
    create: { because: create },
    updateCrm: offered.includes('project.update-crm') ? { because: crm } : undefined,
    salesOrder: offered.includes('project.create-sales-order') ? { because: crm } : undefined,
    link: { because: link },
  }
}
