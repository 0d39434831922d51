/** The filters in a fragment such as `#connection=acme&class=PERMISSION`. */
export function filtersOf(fragment: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(fragment.replace(/^#/, '')).entries())
}

/** The fragment for these filters, in a fixed order and without empty ones. */
export function fragmentOf(filters: Record<string, string>): string {
  const set = Object.entries(filters).filter(([, value]) => value !== '')
  set.sort(([a], [b]) => a.localeCompare(b))
  return set.length === 0 ? '' : '#' + new URLSearchParams(set).toString()
}
