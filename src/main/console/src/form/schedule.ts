/** A schedule in the terms of the form; `cron` is what no other kind says. */
export type Schedule =
  | { kind: 'minutes'; every: number }
  | { kind: 'hours'; every: number; minute: number }
  | { kind: 'daily'; time: string }
  | { kind: 'weekly'; day: string; time: string }
  | { kind: 'cron'; text: string }

export const DAYS: Record<string, string> = { MON: 'Monday', TUE: 'Tuesday', WED: 'Wednesday', THU: 'Thursday', FRI: 'Friday', SAT: 'Saturday', SUN: 'Sunday' }

/** Only those that divide an hour or a day evenly: others would leave a shorter gap at its end. */
export const MINUTES = [1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30]
export const HOURS = [1, 2, 3, 4, 6, 8, 12]

const NUMBERED = Object.keys(DAYS)

/** What a cron expression of six fields says, such as `0 30 * * * *`. */
export function scheduleOf(cron: string): Schedule {
  const text = cron.trim()
  const [second, minute = '', hour = '', dayOfMonth = '', month, day = '', ...more] = text.split(/\s+/)
  const other: Schedule = { kind: 'cron', text: cron }
  if (second !== '0' || month !== '*' || !['*', '?'].includes(dayOfMonth) || more.length > 0 || day === '') return other
  const isEveryDay = day === '*' || day === '?'
  const minutes = /^(?:0|\*)\/(\d+)$/.exec(minute)?.[1] ?? (minute === '*' ? '1' : undefined)
  if (minutes !== undefined) return hour === '*' && isEveryDay && MINUTES.includes(Number(minutes)) ? { kind: 'minutes', every: Number(minutes) } : other
  if (!/^\d{1,2}$/.test(minute) || Number(minute) > 59) return other
  const hours = /^(?:0|\*)\/(\d+)$/.exec(hour)?.[1] ?? (hour === '*' ? '1' : undefined)
  if (hours !== undefined) return isEveryDay && HOURS.includes(Number(hours)) ? { kind: 'hours', every: Number(hours), minute: Number(minute) } : other
  if (!/^\d{1,2}$/.test(hour) || Number(hour) > 23) return other
  const time = `${two(hour)}:${two(minute)}`
  if (isEveryDay) return { kind: 'daily', time }
  const name = NUMBERED.includes(day.toUpperCase()) ? day.toUpperCase() : /^[0-7]$/.test(day) ? NUMBERED[(Number(day) + 6) % 7] : undefined
  return name ? { kind: 'weekly', day: name, time } : other
}

export function cronOf(schedule: Schedule): string {
  switch (schedule.kind) {
    case 'minutes':
      return schedule.every === 1 ? '0 * * * * *' : `0 */${schedule.every} * * * *`
    case 'hours':
      return `0 ${schedule.minute} ${schedule.every === 1 ? '*' : `*/${schedule.every}`} * * *`
    case 'daily':
      return `0 ${at(schedule.time)} * * *`
    case 'weekly':
      return `0 ${at(schedule.time)} * * ${schedule.day}`
    default:
      return schedule.text
  }
}

/** In words, such as "every hour at :30"; nothing for a cron expression. */
export function scheduleWords(schedule: Schedule): string {
  switch (schedule.kind) {
    case 'minutes':
      return schedule.every === 1 ? 'every minute' : `every ${schedule.every} minutes`
    case 'hours':
      return `${schedule.every === 1 ? 'every hour' : `every ${schedule.every} hours`} at :${two(schedule.minute)}`
    case 'daily':
      return `every day at ${schedule.time}`
    case 'weekly':
      return `every ${DAYS[schedule.day]} at ${schedule.time}`
    default:
      return ''
  }
}

/** The schedule of another kind that is nearest to this one. */
export function asKind(schedule: Schedule, kind: Schedule['kind']): Schedule {
  if (schedule.kind === kind) return schedule
  const time = 'time' in schedule ? schedule.time : '02:00'
  if (kind === 'minutes') return { kind, every: 5 }
  if (kind === 'hours') return { kind, every: 1, minute: 'time' in schedule ? Number(schedule.time.slice(3)) : 0 }
  if (kind === 'daily') return { kind, time }
  if (kind === 'weekly') return { kind, day: 'MON', time }
  return { kind, text: cronOf(schedule) }
}

/** Minute and hour of a time such as 02:10. */
function at(time: string): string {
  const [hour, minute] = time.split(':')
  return `${Number(minute)} ${Number(hour)}`
}

function two(value: string | number): string {
  return String(value).padStart(2, '0')
}
