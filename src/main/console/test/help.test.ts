import assert from 'node:assert/strict'
import { test } from 'node:test'
import { manualOf } from '../src/ui/help'

test('each page leads to its part of the manual, below any prefix', () => {
  assert.equal(manualOf('/actuator/hawtio/scopebridge/log/17'), '/manual/failures#failure-classes')
  assert.equal(manualOf('/actuator/hawtio/scopebridge/log'), '/manual/console#find-out-why-something-failed')
  assert.equal(manualOf('/actuator/hawtio/scopebridge/apps/contoso/drift'), '/manual/drift')
  assert.equal(manualOf('/actuator/hawtio/scopebridge/apps'), '/manual/console#connect-a-psa')
  assert.equal(manualOf('/actuator/hawtio/scopebridge/nowhere'), '/manual/console')
})
