const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
]

/** Such as "3 minutes ago" or "in 2 hours". */
export function relative(time: string, now: number = Date.now()): string {
  const seconds = Math.round((Date.parse(time) - now) / 1000)
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1]
  return new Intl.RelativeTimeFormat('en', { numeric: 'auto' }).format(Math.trunc(seconds / size), unit)
}

/** Such as "1 h 5 min", for a remaining or elapsed time. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  if (whole < 60) return `${whole} s`
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`
}

/** In the reader's own zone, to the second. */
export function exact(time: string): string {
  return new Date(time).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'medium' })
}

/** Such as "14:00", in the reader's own zone. */
export const hourAndMinute = (time: string) => new Date(time).toLocaleTimeString('en-GB', { timeStyle: 'short' })

/** Such as " (02:10 Europe/Berlin)", if clocks there differ from the reader's. */
export function clock(time: string, zone: string): string {
  const at = (timeZone?: string) => new Date(time).toLocaleString('en-GB', { dateStyle: 'short', timeStyle: 'short', timeZone })
  try {
    return at(zone) === at() ? '' : ` (${new Date(time).toLocaleTimeString('en-GB', { timeStyle: 'short', timeZone: zone })} ${zone})`
  } catch {
    // A zone that this browser does not know yet.
    return ''
  }
}

/** The value for an input of type datetime-local: a time such as 2026-03-01T12:00:00Z in the reader's own zone, to the minute; anything else is returned unchanged. */
export function pickable(time: string): string {
  const moment = new Date(time)
  if (time === '' || Number.isNaN(moment.getTime())) return time
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60000).toISOString().slice(0, 16)
}
