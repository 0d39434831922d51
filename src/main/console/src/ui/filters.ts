/** The filters that a fragment such as `#connection=acme&class=PERMISSION` holds. */
export function filtersOf(fragment: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(fragment.replace(/^#/, '')).entries())
}

/** The fragment for these filters, in one order whatever theirs is; empty ones are left out. */
export function fragmentOf(filters: Record<string, string>): string {
  const set = Object.entries(filters).filter(([, value]) => value !== '')
  set.sort(([a], [b]) => a.localeCompare(b))
  return set.length === 0 ? '' : '#' + new URLSearchParams(set).toString()
}
