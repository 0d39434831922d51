import assert from 'node:assert/strict'
import { test } from 'node:test'
import { auditSearch } from '../src/audit/search'
import { sentence, type AuditEntry } from '../src/audit/sentence'
import { summary } from '../src/audit/summary'

const entry = (more: Partial<AuditEntry>): AuditEntry => ({ id: 1, at: '2026-03-01T12:00:00Z', who: 'olga', action: 'login', outcome: 'DONE', ...more })
const text = (more: Partial<AuditEntry>) => sentence(entry(more), id => (id === 'northwind' ? 'Northwind' : id)).map(part => part.text).join('')
const told = (more: Partial<AuditEntry>) => summary(entry(more)).map(part => part.text).join('')
const pages = (more: Partial<AuditEntry>) => sentence(entry(more), id => id).flatMap(part => part.page ?? [])

test('a started job is shown by its number and leads to its page', () => {
  assert.equal(told({ action: 'log.retry', details: { location: '/api/jobs/17' } }), 'job 17')
  const project = { action: 'connections.projects.psa-project', connection: 'acme', subject: 'project:90001', details: { fields: ['board'], location: '/api/jobs/17' } }
  assert.equal(told(project), 'board; job 17')
  assert.deepEqual(summary(entry(project)).flatMap(part => part.page ?? []), ['projects/acme/90001/jobs/17'])
})

test('only what changed is shown, in words', () => {
  assert.equal(told({ action: 'connections.create', details: { changed: ['name', 'enabled'], location: '/api/connections/acme' } }), 'with: name, enabled')
  assert.equal(told({ action: 'connections.change', details: { fields: ['name', 'settings'], changed: ['opportunities.fullSync'] } }), 'changed: opportunities › full sync')
  assert.equal(told({ action: 'connections.change', details: { fields: ['name', 'settings'] } }), 'nothing changed')
  assert.equal(told({ action: 'alerts.rules.change', details: { fields: ['name', 'atLeast'], changed: ['atLeast'], name: 'Night' } }), 'changed: at least')
  assert.equal(told({ action: 'alerts.targets.change', details: { fields: ['name'], name: 'Operations' } }), 'nothing changed')
  assert.equal(told({ action: 'users.role', details: { fields: ['role'], role: 'operator' } }), '')
  assert.equal(told({ action: 'replays.create', details: { fields: ['entries', 'reason'] } }), 'entries')
})

test('no detail is shown as JSON', () => {
  const last = '2026-03-01T12:00:40Z'
  assert.equal(told({ outcome: 'REFUSED', details: { times: 1, address: '10.0.0.1', lastAt: last } }), 'from 10.0.0.1')
  assert.match(told({ outcome: 'REFUSED', details: { times: 1200, address: '(others)', lastAt: last } }), /^1,200 times from other addresses, last 1 Mar 2026/)
  assert.equal(told({ action: 'mappings.promote', details: { before: '0123456789abcdef', after: 'fedcba9876543210' } }), 'from version 01234567 to version fedcba98')
  assert.equal(told({ action: 'jmx.stop', details: { arguments: ['1000', 'true'] } }), 'arguments: 1000, true')
  assert.equal(told({ action: 'x', details: { confirm: true, note: 'so' } }), 'confirm: yes; note: so')
  assert.equal(told({ action: 'x', details: { quietHours: { from: '18:00', zone: null }, all: [{ a: 1 }] } }), 'quiet hours: from 18:00, zone none; all: a 1')
  assert.equal(told({ action: 'x' }), '')
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
  assert.equal(text({ action: 'log.groups.handling', subject: 'log:ab12' }), 'olga handled a cause of failures')
  assert.equal(text({ action: 'mappings.promote', subject: 'mappings:connectwise:plan:tickets.libsonnet' }), 'olga promoted a draft of connectwise/plan/tickets.libsonnet')
  assert.equal(text({ action: 'jobs.cancel', subject: 'jobs:17', outcome: 'REFUSED' }), 'olga tried to cancel job 17')
  assert.equal(text({ action: 'connections.check' }), 'olga tested settings that are not saved')
  assert.equal(text({ action: 'alerts.rules.change', subject: 'alerts:3', details: { name: 'Night' } }), 'olga changed the alert rule Night')
  assert.equal(text({ action: 'jmx.stop', subject: 'org.apache.camel:context=scopebridge,name="push-project",type=routes' }), 'olga ran the operation stop of the route push-project')
  assert.equal(text({ action: 'jmx.retry', subject: 'io.scopebridge:name=Log,type=Log' }), 'olga ran the operation retry of the bean Log')
  assert.equal(text({ action: 'jmx.x', subject: 'a:type=routes' }), 'olga ran the operation x of the bean a:type=routes')
  assert.equal(text({ who: 'x', outcome: 'REFUSED' }), 'x was refused at the login')
  assert.equal(text({}), 'olga logged in')
})

test('what is not known is said by its name', () => {
  assert.equal(text({ action: 'things.change', subject: 'things:7' }), 'olga did things.change things:7')
})

test('what is concerned is linked', () => {
  assert.deepEqual(pages({ action: 'connections.projects.steps.resolution', connection: 'acme', subject: 'key:task:3 project:90001' }), ['projects/acme/90001', 'apps/acme'])
  assert.deepEqual(pages({ action: 'alerts.rules.change', subject: 'alerts:3' }), ['alerts/rules/3'])
  assert.deepEqual(pages({ action: 'log.groups.handling', subject: 'log:ab12' }), ['log'])
  assert.deepEqual(pages({ action: 'connections.drift.forget', connection: 'acme', subject: 'finding:3' }), ['apps/acme/drift', 'apps/acme'])
  assert.deepEqual(pages({ action: 'replays.pause', subject: 'replays:7' }), ['log/replays/7'])
  assert.deepEqual(pages({ action: 'users.disable', subject: 'users:a@b.example' }), ['users/a%40b.example'])
})

test('times of the filters are in UTC', () => {
  const now = Date.parse('2026-03-08T12:00:30Z')
  assert.equal(auditSearch({ since: '24h' }, now)['from'], '2026-03-07T12:00:00.000Z')
  assert.equal(auditSearch({ from: '2026-03-01T12:00:00Z' }, now)['from'], '2026-03-01T12:00:00.000Z')
  assert.equal(auditSearch({ who: 'olga' }, now)['who'], 'olga')
})
