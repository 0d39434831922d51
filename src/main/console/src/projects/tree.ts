/** An item of a tree. */
export interface Branch {
  key: string
  parent?: string | null
}

/** An item with its depth; 0 at the top. */
export interface Placed<T> {
  item: T
  depth: number
}

/** Parents before children, siblings in the given order; items without an existing parent are at the top. */
export function tree<T extends Branch>(items: T[]): Placed<T>[] {
  const keys = new Set(items.map(item => item.key))
  const below = new Map<string, T[]>()
  const tops: T[] = []
  for (const item of items) {
    if (item.parent && item.parent !== item.key && keys.has(item.parent)) below.set(item.parent, [...(below.get(item.parent) ?? []), item])
    else tops.push(item)
  }
  const placed: Placed<T>[] = []
  const seen = new Set<string>()
  const place = (item: T, depth: number) => {
    if (seen.has(item.key)) return
    seen.add(item.key)
    placed.push({ item, depth })
    below.get(item.key)?.forEach(child => place(child, depth + 1))
  }
  tops.forEach(item => place(item, 0))
  items.forEach(item => place(item, 0))
  return placed
}
