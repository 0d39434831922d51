import { message, type Json } from '../ui/json'

/** A field as mapped, as sent and as answered; undefined where it is absent. */
export interface FieldRow {
  path: string
  mapped?: Json
  sent?: Json
  answer?: Json
  differs: boolean
}

/** The values of all fields at any depth, by path such as `project/id`. */
export function leaves(value: Json | undefined, path = '', found = new Map<string, Json>()): Map<string, Json> {
  if (value === undefined) return found
  if (value === null || typeof value !== 'object') found.set(path, value)
  else Object.entries(value).forEach(([name, child]) => leaves(child as Json, path === '' ? name : `${path}/${name}`, found))
  return found
}

/** The fields that were to be sent or were sent, each with what the system answered for it. */
export function fieldsOf(mapped: Json | undefined, sent: Json | undefined, answer: Json | undefined): FieldRow[] {
  const [left, middle, right] = [leaves(mapped), leaves(sent), leaves(answer)]
  return [...new Set([...left.keys(), ...middle.keys()])].map(path => {
    const row = { path, mapped: left.get(path), sent: middle.get(path), answer: right.get(path) }
    return { ...row, differs: !isSent(row.mapped, row.sent, sent) || !isSame(row.sent ?? row.mapped, row.answer) }
  })
}

/** A reference such as `${project}` is sent as an id. Before anything was sent there is nothing to compare. */
function isSent(mapped: Json | undefined, sent: Json | undefined, whole: Json | undefined): boolean {
  if (whole === undefined) return true
  return typeof mapped === 'string' && mapped.includes('${') ? sent !== undefined : mapped === sent
}

/** What the system did not answer does not differ; numbers and texts of the same content are the same. */
function isSame(sent: Json | undefined, answer: Json | undefined): boolean {
  return answer === undefined || sent === undefined || String(sent) === String(answer) || (isNumber(sent) && isNumber(answer) && Number(sent) === Number(answer))
}

const isNumber = (value: Json) => (typeof value === 'number' || typeof value === 'string') && String(value).trim() !== '' && !Number.isNaN(Number(value))

interface MappedStep {
  call?: { method?: string; body?: Json }
  update?: { method?: string; body?: Json }
}

/** What the mapping wanted to be sent: the body of the call whose method the request has. */
export function mappedBody(mapped: unknown, request: string | undefined): Json | undefined {
  const step = mapped as MappedStep | undefined
  const method = /^[A-Z]+/.exec(request ?? '')?.[0]
  const isUpdate = step?.update !== undefined && method !== undefined && method === (step.update.method ?? 'PATCH')
  return (isUpdate ? step?.update?.body : undefined) ?? step?.call?.body
}

/** The body of an HTTP message, if it is JSON. */
export const bodyOf = (text: string | undefined): Json | undefined => (text === undefined ? undefined : message(text).body)

export const shown = (value: Json | undefined) => (value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value))
