import type { CalendarDay } from '../../../base/zone.ts'
import { relayWords } from '../../../policy/pack/relay-words.ts'

/** A day written in a text, and the stretch it takes. */
export interface WrittenDate {
  readonly day: CalendarDay
  readonly start: number
  readonly end: number
}

const MONTH = '([\\p{L}]{3,12})'
const SHAPES = {
  yearFirst: /(?<!\d)(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d)日?/gu,
  dayFirst: new RegExp(
    `(?<!\\d)(\\d{1,2})(?:\\.|º|o|er|st|nd|rd|th)? (?:de )?${MONTH}\\.?,? (?:de )?(\\d{4})(?!\\d)`,
    'gu',
  ),
  monthFirst: new RegExp(`(?<!\\p{L})${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)`, 'gu'),
  digits: /(?<![\d./-])(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?![\d])/gu,
} as const

/**
 * The days a folded text names with day, month and year, in the languages of the pack. In digits the day comes first,
 * unless that is none or the writer's country puts the month first.
 */
export function writtenDates(text: string, isMonthFirst: boolean): readonly WrittenDate[] {
  return [
    ...find(text, SHAPES.yearFirst, ([year, month, day]) => dayOf(year, Number(month), day)),
    ...find(text, SHAPES.dayFirst, ([day, month = '', year]) => dayOf(year, monthOf(month), day)),
    ...find(text, SHAPES.monthFirst, ([month = '', day, year]) => dayOf(year, monthOf(month), day)),
    ...find(text, SHAPES.digits, ([one, two, year]) => {
      const [day, month] = isMonthFirst ? [two, one] : [one, two]
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

/** The number of a month by its name or a beginning of it of three letters; 0 for another word. */
function monthOf(word: string): number {
  const place = relayWords()
    .months.map((names) => names.findIndex((name) => name === word))
    .find((index) => index >= 0)
  return (place ?? relayWords().months[0]?.findIndex((name) => name.startsWith(word)) ?? -1) + 1
}

function dayOf(year: string | undefined, month: number, day: string | undefined): CalendarDay | undefined {
  const date = new Date(Date.UTC(Number(year), month - 1, Number(day)))
  if (month < 1 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== Number(day)) return undefined
  return { year: Number(year), month, day: Number(day) }
}
