import type { Connection, Psa } from '../hub/connections'
import { OPERATORS_DO } from '../hub/me'
import type { Gates, WholeProject } from '../hub/projects'
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

/** The available actions of a project; the hub refuses the others as well. */
export function actionsOf(project: Pick<WholeProject, 'gates'> | undefined, connection: Connection | undefined, psa: Psa | undefined, operate: boolean): Actions {
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
  const gate = (name: keyof Gates) => (project?.gates ? project.gates[name]?.cause : 'The hub has not seen the project in ScopeStack yet.')
  const create = never ?? off('psa') ?? gate('push')
  return {
    create: { because: create },
    updateCrm: offered.includes('project.update-crm') ? { because: never ?? off('crm') ?? gate('revenue') } : undefined,
    salesOrder: offered.includes('project.create-sales-order') ? { because: never ?? off('crm') ?? gate('order') } : undefined,
    link: { because: never ?? gate('link') },
  }
}
