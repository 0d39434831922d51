import assert from 'node:assert/strict'
import { test } from 'node:test'
import { firstFound } from '../src/hub/pages'

const never = new AbortController().signal

function answering(pages: object[]): { asked: string[]; ask: never } {
  const asked: string[] = []
  const ask = async (address: string) => (asked.push(address), pages[Math.min(asked.length, pages.length) - 1])
  return { asked, ask: ask as never }
}

test('a search that has found nothing yet is continued', async () => {
  const { asked, ask } = answering([{ entries: [], next: 'a b' }, { entries: [7] }])
  assert.deepEqual((await firstFound<'entries', number>('/api/log?text=x', 'entries', never, ask)).entries, [7])
  assert.deepEqual(asked, ['/api/log?text=x', '/api/log?text=x&after=a+b'])
})

test('a search that finds nothing ends, and says how far it got', async () => {
  const { asked, ask } = answering([{ entries: [], next: 1, searchedTo: '2026-03-01T12:00:00Z' }])
  assert.equal((await firstFound<'entries', number>('/api/log', 'entries', never, ask)).searchedTo, '2026-03-01T12:00:00Z')
  assert.equal(asked.length, 40)
})
