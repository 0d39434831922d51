/** The hub's response to a refused request: a problem document. */
export interface Problem {
  status: number
  title: string
  detail: string
  errors: FieldError[]
}

export interface FieldError {
  field: string
  message: string
}

/** A request that was refused or got no response; its message is a sentence for the user. */
export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail || problem.title)
  }
}

export const get = <T>(path: string, signal?: AbortSignal): Promise<T> => ask<T>('GET', path, undefined, signal)
export const post = <T>(path: string, body?: unknown): Promise<T> => ask<T>('POST', path, body)
export const put = <T>(path: string, body?: unknown): Promise<T> => ask<T>('PUT', path, body)
export const remove = <T>(path: string): Promise<T> => ask<T>('DELETE', path)

/** The query part of a URL, without empty values. */
export function query(values: Record<string, string | number | boolean | undefined | null>): string {
  const pairs = Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== '')
  return pairs.length === 0 ? '' : '?' + new URLSearchParams(pairs.map(([name, value]) => [name, String(value)])).toString()
}

async function ask<T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json' }
  if (method !== 'GET') headers['X-XSRF-TOKEN'] = cookie('XSRF-TOKEN')
  if (body !== undefined) headers['Content-Type'] = 'application/json'
  let answer: Response
  try {
    answer = await fetch(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body), signal })
  } catch (reason) {
    if (signal?.aborted) throw reason
    throw new Refusal({ status: 0, title: 'No response', detail: 'The hub does not respond. Check that it is running and that the network is available.', errors: [] })
  }
  if (!answer.ok) throw new Refusal(await problemOf(answer))
  return (answer.status === 204 ? undefined : await answer.json()) as T
}

/** Converts any response to a problem with a sentence. */
export async function problemOf(answer: Response): Promise<Problem> {
  const given = (await answer.json().catch(() => ({}))) as Partial<Problem>
  return {
    status: answer.status,
    title: given.title ?? `The hub responded with ${answer.status}`,
    detail: given.detail ?? `The hub responded with ${answer.status} and gave no reason.`,
    errors: Array.isArray(given.errors) ? given.errors : [],
  }
}

function cookie(name: string): string {
  const pair = document.cookie.split('; ').find(one => one.startsWith(name + '='))
  return pair ? decodeURIComponent(pair.slice(name.length + 1)) : ''
}
