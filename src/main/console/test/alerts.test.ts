import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tested, type Delivery } from '../src/hub/alerts'
import { conditionOf, quietOf } from '../src/alerts/words'

const name = (connection: string) => (connection === 'acme' ? 'Acme Ltd' : connection)

const rule = { name: 'x', enabled: true, classes: [], atLeast: 1, afterMinutes: 0, targets: [1] }

test('a rule is said in words', () => {
  assert.equal(conditionOf(rule, name), 'All connections')
  assert.equal(conditionOf({ ...rule, connection: 'acme', classes: ['BUG', 'TRANSIENT'], atLeast: 3, afterMinutes: 1 }, name), 'Acme Ltd, Bug or Transient, from 3 failures, after 1 minute')
  assert.equal(quietOf(rule), '')
  assert.equal(quietOf({ ...rule, quietHours: { from: '22:00', to: '07:00', timeZone: 'UTC', days: ['SUNDAY'] } }), '22:00 to 07:00 and Sunday (UTC)')
})

test('a test is over when it is sent or has failed', async () => {
  const states = ['PENDING', 'SENDING', 'FAILED', 'SENT']
  const done = await tested(7, async id => ({ id, state: states.shift() }) as Delivery, 0)
  assert.equal(done.state, 'FAILED')
  assert.equal((await tested(7, async id => ({ id, state: 'PENDING' }) as Delivery, 0, 3)).state, 'PENDING')
})
