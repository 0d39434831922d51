/** The sort props of a table heading. */
export interface Sorting {
  sortBy: { index?: number; direction: 'asc' | 'desc' }
  onSort: (event: unknown, index: number, direction: 'asc' | 'desc') => void
  columnIndex: number
}

/**
 * For the heading of a column that the hub can sort by.
 *
 * @param columns the hub's names of the columns; empty for one that it cannot sort by
 * @param sort    such as `-changed`, the minus for descending
 */
export function sortingOf(columns: string[], column: string, sort: string, onChange: (sort: string) => void): Sorting {
  const by = sort.replace(/^-/, '')
  const index = columns.indexOf(by)
  return {
    sortBy: { index: index < 0 ? undefined : index, direction: sort.startsWith('-') ? 'desc' : 'asc' },
    onSort: (_, picked, direction) => onChange((direction === 'desc' ? '-' : '') + columns[picked]),
    columnIndex: columns.indexOf(column),
  }
}
