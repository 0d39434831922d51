import type { CheckedRights } from '../hub/connections'

export function missing({ rights }: CheckedRights): number {
  return rights.filter(right => right.state === 'MISSING').length
}

/** The result of a test in a sentence. */
export function testedIn(found: CheckedRights): string {
  const count = missing(found)
  return count === 0 ? 'Test finished: no missing rights found.' : `Test finished: ${count} ${count === 1 ? 'right is' : 'rights are'} missing.`
}
