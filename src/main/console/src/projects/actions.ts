import type { Connection, Psa } from '../hub/connections'
import { OPERATORS_DO } from '../hub/me'
import type { Project } from '../hub/projects'
import { valueAt } from '../form/values'

/** A button of the project page: absent where the system has no such thing, with a reason where it cannot be pressed now. */
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

/** What can be done with a project; the hub refuses the rest anyway. */
export function actionsOf(project: Pick<Project, 'status' | 'opportunity'> | undefined, connection: Connection | undefined, psa: Psa | undefined, operate: boolean): Actions {
  const status = project?.status ?? ''
  const never = !operate
    ? OPERATORS_DO
    : !connection || !project
      ? 'Loading.'
      : !connection.enabled
        ? 'The connection is disabled: an admin enables it under Connected apps.'
        : undefined
  const offered = psa?.settings['x-offers'] ?? []
  const isOff = (feature: string) => connection !== undefined && valueAt(connection.settings, `features.${feature}`) === false
  const off = (feature: string) => (isOff(feature) ? `${feature.toUpperCase()} is switched off among the features of the connection.` : undefined)
  const create = never ?? off('psa') ?? (APPROVED.includes(status) ? undefined : 'Only an approved project can be created in the PSA.')
  const crm = never ?? off('crm') ?? ([...APPROVED, 'lost'].includes(status) ? undefined : 'Only for a project that was approved.') ?? (project?.opportunity ? undefined : 'Link the project with an opportunity first.')
  const link = never ?? (CLOSED.includes(status) ? `The project is ${status}: its opportunity is not changed any more.` : undefined)
  return {
    create: { because: create },
    updateCrm: offered.includes('project.update-crm') ? { because: crm } : undefined,
    salesOrder: offered.includes('project.create-sales-order') ? { because: crm } : undefined,
    link: { because: link },
  }
}
