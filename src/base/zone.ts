/** A day of the calendar; January is 1. */
export interface CalendarDay {
  readonly year: number
  readonly month: number
  readonly day: number
}

const SECOND_MS = 1_000

/** The last second of a day where a clock shows the zone's time, changes of summer time included. */
export function endOfDay({ year, month, day }: CalendarDay, timeZone: string): Date {
  const nextMidnight = Date.UTC(year, month - 1, day + 1)
  const guess = nextMidnight - offsetMs(nextMidnight, timeZone)
  // The offset is asked again at the guess: between the two the clocks may have changed.
  return new Date(nextMidnight - offsetMs(guess, timeZone) - SECOND_MS)
}

/** How far a zone's clocks are ahead of UTC at an instant. */
function offsetMs(instantMs: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instantMs)
  const of = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value)
  const shown = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'))
  return shown - Math.floor(instantMs / SECOND_MS) * SECOND_MS
}
