import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { WholeProject } from '../src/hub/projects'
import { remediesOf } from '../src/log/remedies'

const labels = (entry: Parameters<typeof remediesOf>[0], project?: WholeProject) => remediesOf(entry, project).map(remedy => remedy.label)

test('a remedy about the settings opens the setting that it names', () => {
  const [first] = remediesOf({ class: 'CONFIGURATION', connection: 'acme', flow: 'poll-opportunities', subject: 'opportunities', field: 'opportunities.status' })
  assert.deepEqual(first, { label: 'Open the setting', page: 'apps/acme', filters: { field: 'opportunities.status' } })
})

test('a refused sign-in offers the connection and its test', () => {
  assert.deepEqual(labels({ class: 'AUTHENTICATION', connection: 'acme', flow: 'push-project', subject: 'project:7' }), ['Open the connection', 'Test connection', 'Open the form', 'Open the project'])
})

test('a missing board offers the form at its field, and the lists', () => {
  const remedies = remediesOf({ class: 'MISSING_REFERENCE', connection: 'acme', flow: 'push-project', subject: 'project:7', field: 'board' })
  assert.deepEqual(remedies[0], { label: 'Open the form', page: 'projects/acme/7/create', filters: { field: 'board' } })
  assert.ok(remedies.some(remedy => remedy.does === 'lists'))
})

test('the records of both systems are linked: the step, or else what it belongs to', () => {
  const step = (key: string, link?: string, parent?: string) => ({ key, title: key, mode: 'create', state: 'DONE' as const, inPlan: true, link, parent })
  const project = { id: '7', stale: false, counts: {}, steps: [step('project', 'https://psa/1'), step('ticket:1', undefined, 'project')], related: {}, jobs: [], scopeStackLink: 'https://app/7' }
  const remedies = remediesOf({ class: 'VALIDATION', connection: 'acme', flow: 'push-project', subject: 'project:7', step: 'ticket:1' }, project)
  assert.deepEqual(remedies.slice(-2), [
    { label: 'Project in the PSA', href: 'https://psa/1' },
    { label: 'Project in ScopeStack', href: 'https://app/7' },
  ])
})

test('a failure of the hub itself has no connection to open', () => {
  assert.deepEqual(labels({ class: 'BUG', flow: 'reload' }), [])
})
