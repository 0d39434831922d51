import { get } from './http'

const MOST_ASKED = 40

/**
 * A page of a list: the rows under the name of the list, and where the next page starts unless this is the last one. A search that
 * takes long returns fewer rows, or none, and how far it has searched.
 */
export type Page<N extends string, T> = { [name in N]: T[] } & { next?: string | number | null; searchedTo?: string }

/** The first page with rows: a search that has found nothing yet is continued, up to a limit. */
export async function firstFound<N extends string, T>(address: string, name: N, signal: AbortSignal, ask: typeof get = get): Promise<Page<N, T>> {
  let page = await ask<Page<N, T>>(address, signal)
  for (let asked = 1; asked < MOST_ASKED && page[name].length === 0 && page.next != null; asked++) {
    page = await ask<Page<N, T>>(after(address, page.next), signal)
  }
  return page
}

function after(address: string, next: string | number): string {
  const [path = '', query] = address.split('?')
  const asked = new URLSearchParams(query)
  asked.set('after', String(next))
  return `${path}?${asked.toString()}`
}
