import { me, rightsOf, type Rights } from '../hub/me'
import { useData } from './useData'

/** What the current user can do; nothing until that is known. */
export function useRights(): Rights {
  return rightsOf(useData(me, 'me').data?.role)
}
