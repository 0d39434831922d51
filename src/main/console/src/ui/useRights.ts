import { me, rightsOf, type Rights } from '../hub/me'
import { useData } from './useData'

/** What the person at the page may do; nothing until that is known. */
export function useRights(): Rights {
  return rightsOf(useData(me, 'me').data?.role)
}
