import { connections } from '../hub/connections'
import { useData } from './useData'

const KEEP_MILLIS = 30000
let asked: { at: number; names: Promise<Map<string, string>> } | undefined

function names(): Promise<Map<string, string>> {
  if (!asked || Date.now() - asked.at > KEEP_MILLIS) {
    const loading = connections.all().then(all => new Map(all.map(one => [one.id, one.name])))
    asked = { at: Date.now(), names: loading }
    loading.catch(() => (asked = undefined))
  }
  return asked.names
}

/** The names of connections by id; the id until they are known. */
export function useNames(): (id: string | undefined) => string {
  const { data } = useData(names, 'names')
  return id => data?.get(id ?? '') ?? id ?? ''
}
