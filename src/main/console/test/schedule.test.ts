import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asKind, cronOf, scheduleOf, scheduleWords } from '../src/form/schedule'

const words = (cron: string) => scheduleWords(scheduleOf(cron))

test('schedules are read in words', () => {
  assert.equal(words('0 30 * * * *'), 'every hour at :30')
  assert.equal(words('0 10 2 * * *'), 'every day at 02:10')
  assert.equal(words('0 */5 * * * *'), 'every 5 minutes')
  assert.equal(words('0 * * * * *'), 'every minute')
  assert.equal(words('0 50 */4 * * *'), 'every 4 hours at :50')
  assert.equal(words('0 0 6 * * MON'), 'every Monday at 06:00')
  assert.equal(words('0 5 6 ? * 0'), 'every Sunday at 06:05')
  assert.equal(words('0 5 6 * * 7'), 'every Sunday at 06:05')
  assert.equal(words('0 5 6 * * 1'), 'every Monday at 06:05')
})

test('what words do not say stays a cron expression, as it was typed', () => {
  for (const cron of ['0 0 6 1 * *', '30 0 6 * * *', '0 0 6 * * MON-FRI', '0 */7 * * * *', '0 0 */5 * * *', '0 0 8-18 * * *', '0 10 2 * 3 *', '0 60 * * * *', '0 0 24 * * *', 'never', '', '-', '0 0 6 * *', '0 */5 8 * * *']) {
    const schedule = scheduleOf(cron)
    assert.deepEqual(schedule, { kind: 'cron', text: cron })
    assert.equal(cronOf(schedule), cron)
  }
})

test('what is chosen is written as a cron expression that reads the same', () => {
  for (const cron of ['0 30 * * * *', '0 10 2 * * *', '0 */5 * * * *', '0 * * * * *', '0 50 */4 * * *', '0 0 6 * * MON']) assert.equal(cronOf(scheduleOf(cron)), cron)
  assert.equal(cronOf({ kind: 'weekly', day: 'FRI', time: '23:05' }), '0 5 23 * * FRI')
})

test('another kind begins where the former one was', () => {
  const daily = scheduleOf('0 10 2 * * *')
  assert.deepEqual(asKind(daily, 'weekly'), { kind: 'weekly', day: 'MON', time: '02:10' })
  assert.deepEqual(asKind(daily, 'cron'), { kind: 'cron', text: '0 10 2 * * *' })
  assert.deepEqual(asKind(daily, 'hours'), { kind: 'hours', every: 1, minute: 10 })
})
