import assert from 'node:assert/strict'
import { test } from 'node:test'
import { auditSearch } from '../src/audit/search'
import { sentence, type AuditEntry } from '../src/audit/sentence'
import { summary } from '../src/audit/summary'

const entry = (more: Partial<AuditEntry>): AuditEntry => ({ id: 1, at: '2026-03-01T12:00:00Z', who: 'olga', action: 'login', outcome: 'DONE', ...more })
const text = (more: Partial<AuditEntry>) => sentence(entry(more), id => (id === 'northwind' ? 'Northwind' : id)).map(part => part.text).join('')
const pages = (more: Partial<AuditEntry>) => sentence(entry(more), id => id).flatMap(part => part.page ?? [])

test('a started job is shown by its number, not by its URL', () => {
  assert.equal(summary({ action: 'log.retry', details: { location: '/api/jobs/17' } }), 'job 17')
  assert.equal(summary({ action: 'connections.create', details: { changed: ['name', 'enabled'], location: '/api/connections/acme' } }), 'changed: name, enabled')
})

test('only what changed is shown', () => {
  assert.equal(summary({ action: 'connections.change', details: { fields: ['name', 'settings'], changed: ['opportunities.cron'] } }), 'changed: opportunities.cron')
  assert.equal(summary({ action: 'connections.change', details: { fields: ['name', 'settings'] } }), 'nothing changed')
  assert.equal(summary({ action: 'users.role', details: { fields: ['role'], role: 'operator' } }), '')
  assert.equal(summary({ action: 'replays.create', details: { fields: ['entries', 'reason'] } }), 'entries')
})

test('other details are shown unchanged', () => {
  assert.equal(summary({ action: 'x', details: { confirm: true, note: 'so' } }), 'confirm: true; note: so')
  assert.equal(summary({ action: 'x' }), '')
})

test('an entry is a sentence', () => {
  assert.equal(text({ action: 'connections.disable', connection: 'northwind' }), 'olga disabled the connection Northwind')
  assert.equal(text({ action: 'connections.disable', connection: 'northwind', outcome: 'REFUSED' }), 'olga tried to disable the connection Northwind')
  assert.equal(text({ action: 'connections.projects.psa-project', connection: 'northwind', subject: 'project:90001' }), 'olga created or continued the PSA project of project 90001 of Northwind')
  assert.equal(text({ action: 'users.create', subject: 'users:vera', details: { role: 'viewer' } }), 'olga added the user vera with the role viewer')
  assert.equal(text({ action: 'users.role', subject: 'users:vera', details: { role: 'admin' } }), 'olga changed the role of vera to admin')
  assert.equal(text({ who: 'start', action: 'users.create', subject: 'users:admin', details: { role: 'admin' } }), 'The hub added the user admin with the role admin')
  assert.equal(text({ who: 'webhook', action: 'job.push-project', connection: 'northwind', subject: 'project:7' }), 'A webhook started "Create PSA project" for project 7 of Northwind')
  assert.equal(text({ action: 'log.retry', subject: 'log:17' }), 'olga retried log entry 17')
  assert.equal(text({ action: 'jmx.stop', subject: 'org.apache.camel:type=routes' }), 'olga ran the JMX operation stop of org.apache.camel:type=routes')
  assert.equal(text({ who: 'x', outcome: 'REFUSED' }), 'x was refused at the login')
  assert.equal(text({}), 'olga logged in')
})

test('what is not known is said by its name', () => {
  assert.equal(text({ action: 'things.change', subject: 'things:7' }), 'olga did things.change things:7')
})

test('what is concerned is linked', () => {
  assert.deepEqual(pages({ action: 'connections.projects.steps.resolution', connection: 'acme', subject: 'key:task:3 project:90001' }), ['projects/acme/90001', 'apps/acme'])
  assert.deepEqual(pages({ action: 'alerts.rules.change', subject: 'alerts:3' }), ['alerts/rules/3'])
  assert.deepEqual(pages({ action: 'replays.pause', subject: 'replays:7' }), ['log/replays/7'])
  assert.deepEqual(pages({ action: 'users.disable', subject: 'users:a@b.example' }), ['users/a%40b.example'])
})

test('times of the filters are in UTC', () => {
  const now = Date.parse('2026-03-08T12:00:30Z')
  assert.equal(auditSearch({ since: '24h' }, now)['from'], '2026-03-07T12:00:00.000Z')
  assert.equal(auditSearch({ from: '2026-03-01T12:00:00Z' }, now)['from'], '2026-03-01T12:00:00.000Z')
  assert.equal(auditSearch({ who: 'olga' }, now)['who'], 'olga')
})
