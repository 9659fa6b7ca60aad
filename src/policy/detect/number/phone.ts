import type { Span } from '../../../model/finding.ts'
import { standsBefore, standsBehind } from '../context/context.ts'
import type { DigitGroup, DigitRun } from './digit-run.ts'
import { numberWords } from './number-words.ts'

/** Bounds of a whole number with its country code (E.164), and of one a person calls a phone number. */
const MOST_DIGITS = 15
const FEWEST_DIGITS = 7
const FEWEST_INTERNATIONAL = 8

/** Group sizes in which people write national numbers without a trunk zero: America, Spain, Poland, Portugal, Italy. */
const NATIONAL_SHAPES: ReadonlySet<string> = new Set(['334', '3222', '333', '1334'])

/** Phone numbers in a run whose cards were taken out before. Spans are of the folded text. */
export function findPhone(text: string, run: DigitRun): Span | undefined {
  const { digits } = run
  if (digits.length < FEWEST_DIGITS || digits.length > MOST_DIGITS) return undefined
  const span = { start: run.start, end: run.groups.at(-1)?.end ?? run.start }
  if (isWritten(run, digits) || isSpokenOf(text, run, span)) return span
  return undefined
}

/** Whether the number alone says that it is a phone number, without a word about it. */
function isWritten(run: DigitRun, digits: string): boolean {
  if (run.isInternational) return digits.length >= FEWEST_INTERNATIONAL && !digits.startsWith('0')
  if (/^00[1-9]/u.test(digits)) return digits.length >= FEWEST_INTERNATIONAL + 2
  if (/^0[1-9]/u.test(digits)) return digits.length >= 9 && digits.length <= 12 && run.groups.length <= 13
  if (/^1?[2-9]\d{2}[2-9]\d{6}$/u.test(digits)) return isAmerican(run.groups)
  return false
}

function isAmerican(groups: readonly DigitGroup[]): boolean {
  const shape = shapeOf(groups)
  return shape === '334' || shape === '1334'
}

/** Whether somebody says that it is one; a parcel or an order said nearer to it wins. */
function isSpokenOf(text: string, run: DigitRun, span: Span): boolean {
  const { phone, parcel } = numberWords()
  const before = standsBefore(text, span.start, phone)
  const behind = standsBehind(text, span.end, phone)
  if (!before && !behind) return false
  if (standsBefore(text, span.start, parcel) && !NATIONAL_SHAPES.has(shapeOf(run.groups))) return false
  return true
}

function shapeOf(groups: readonly DigitGroup[]): string {
  return groups.map((group) => String(group.digits.length)).join('')
}
