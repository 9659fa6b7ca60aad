import type { CalendarDay } from '../../../base/zone.ts'
import { relayWords } from '../../../policy/pack/relay-words.ts'

/** A day written in a text, and the stretch it takes. */
export interface WrittenDate {
  readonly day: CalendarDay
  readonly start: number
  readonly end: number
}

/** What is needed to understand how a day is written. */
export interface DateContext {
  /** The writer's country puts the month before the day. */
  readonly isMonthFirst: boolean
  /** A day without a year is the first such day that was not over then. */
  readonly sentAt: Date
}

const DAY_MS = 86_400_000

const MONTH = '([\\p{L}]{3,12})'
const YEAR = '(?:\\.?,? (?:de )?(\\d{4})(?!\\d))?'
const DAY_FIRST = new RegExp(`(?<!\\d)(\\d{1,2})(?:\\.|º|o|er|st|nd|rd|th)? (?:de )?${MONTH}(?!\\p{L})${YEAR}`, 'gu')
const MONTH_FIRST = new RegExp(`(?<!\\p{L})${MONTH} (\\d{1,2})(?:st|nd|rd|th)?(?!\\d)${YEAR}`, 'gu')
const YEAR_FIRST = /(?<!\d)(\d{4})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{1,2})(?!\d)/gu
const EAST_ASIAN = /(?:(?<!\d)(\d{4})\s?年\s?)?(?<!\d)(\d{1,2})\s?月\s?(\d{1,2})\s?日/gu
const DIGITS = /(?<![\d./-])(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?!\d)/gu

/**
 * The days a folded text names, in the languages of the pack. In digits the day comes first, unless that is none or the
 * writer's country puts the month first.
 */
export function writtenDates(text: string, context: DateContext): readonly WrittenDate[] {
  const dayOf = (year: string | undefined, month: number, day: string | undefined) =>
    calendarDay({ year: year === undefined ? undefined : Number(year), month, day: Number(day) }, context.sentAt)
  return [
    ...find(text, YEAR_FIRST, ([year, month, day]) => dayOf(year, Number(month), day)),
    ...find(text, EAST_ASIAN, ([year, month, day]) => dayOf(year, Number(month), day)),
    ...find(text, DAY_FIRST, ([day, month = '', year]) => dayOf(year, monthOf(month), day)),
    ...find(text, MONTH_FIRST, ([month = '', day, year]) => dayOf(year, monthOf(month), day)),
    ...find(text, DIGITS, ([one, two, year]) => {
      const [day, month] = context.isMonthFirst ? [two, one] : [one, two]
      return dayOf(year, Number(month), day) ?? dayOf(year, Number(day), month)
    }),
  ].toSorted((one, other) => one.start - other.start)
}

function find(
  text: string,
  shape: RegExp,
  read: (groups: readonly (string | undefined)[]) => CalendarDay | undefined,
): readonly WrittenDate[] {
  return [...text.matchAll(shape)].flatMap((match) => {
    const day = read(match.slice(1))
    return day ? [{ day, start: match.index, end: match.index + match[0].length }] : []
  })
}

/** The number of a month by its name, or by the first three letters of its English one; 0 for another word. */
function monthOf(word: string): number {
  const { months } = relayWords()
  const place = months.map((names) => names.indexOf(word)).find((index) => index >= 0)
  const short = word.length === 3 ? months[0]?.findIndex((name) => name.startsWith(word)) : undefined
  return (place ?? short ?? -1) + 1
}

/** The day if the calendar has it. */
function calendarDay(
  { year, month, day }: { readonly year: number | undefined; readonly month: number; readonly day: number },
  sentAt: Date,
): CalendarDay | undefined {
  const sentYear = sentAt.getUTCFullYear()
  const isOver = Date.UTC(sentYear, month - 1, day) + DAY_MS < sentAt.getTime()
  const full = { year: year ?? (isOver ? sentYear + 1 : sentYear), month, day }
  const date = new Date(Date.UTC(full.year, month - 1, day))
  return month >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? full : undefined
}
