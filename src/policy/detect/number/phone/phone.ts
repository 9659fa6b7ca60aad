import type { Span } from '../../../../model/finding.ts'
import { ANY_ID, BANK_CUE, BANK_LABEL, CARD_CUE, EXTENSION, PHONE_CUE, TRADE_CUE } from '../cues.ts'
import type { NumberText } from '../number-text.ts'
import { partOf, shapeOf } from '../numeral/digit-run.ts'
import type { DigitRun } from '../numeral/digit-run.ts'
import { digitsAt } from '../trade/units.ts'
import { isHomeNumber, isInternationalNumber } from './plans.ts'

/** Bounds of a whole number with its country code (E.164), and of one a person calls a phone number. */
const MOST_DIGITS = 15
const FEWEST_DIGITS = 6
const FEWEST_WITHOUT_WORD = 9
const FEWEST_INTERNATIONAL = 8
/** Local numbers: shorter ones must stand right behind a word about telephones. */
const FEWEST_FAR = 9
const BESIDE = 26
const YEARS = '44'
/** 90210-1234, the postcode of a street in the United States. */
const ZIP = '54'

/** Group sizes in which people write national numbers: America, Spain, Poland, Portugal, Italy. */
const NATIONAL_SHAPES: ReadonlySet<string> = new Set([
  '334',
  '3222',
  '333',
  '1334',
  '22222',
  '3322',
  '434',
  '344',
  '244',
  '524',
  '254',
])
const OTHERS = PHONE_CUE | CARD_CUE | BANK_LABEL | BANK_CUE | ANY_ID | TRADE_CUE
/** An extension: how far it stands behind its number, how long it is. */
const EXTENSION_REACH = 4
const MOST_EXTENSION = 6

/** The phone number that a run of digits is: the whole of it, or of several lines the first. */
export function phoneIn(read: NumberText, run: DigitRun): Span | undefined {
  const { length } = run.digits
  if (length < FEWEST_DIGITS) return undefined
  if (length <= MOST_DIGITS && isPhone(read, run)) return { start: run.start, end: endWithExtension(read, run.end) }
  const part = firstLine(read, run)
  return part !== undefined && part.digits.length <= MOST_DIGITS && isPhone(read, part)
    ? { start: part.start, end: part.end }
    : undefined
}

function isPhone(read: NumberText, run: DigitRun): boolean {
  const nearest = read.cues.nearestBefore(run.start, OTHERS)
  return isWritten(read, run, nearest) || isSpokenOf(read, run, nearest)
}

/** Whether the number alone says that it is a phone number, without a word about it. */
function isWritten(read: NumberText, run: DigitRun, nearest: number): boolean {
  const { digits } = run
  if (run.isInternational) return digits.length >= FEWEST_INTERNATIONAL && isInternationalNumber(digits)
  if (digits.length < FEWEST_WITHOUT_WORD || (nearest & (TRADE_CUE | BANK_LABEL)) !== 0) return false
  if (digits.startsWith('00'))
    return digits.charAt(2) !== '0' && digits.length >= 10 && isInternationalNumber(digits.slice(2))
  if (digits.startsWith('0')) return isHomeNumber(digits, run.to - run.from === 1)
  return isAmerican(read, run)
}

function isAmerican(read: NumberText, run: DigitRun): boolean {
  const shape = shapeOf(read.numerals, run)
  const digits = shape === '1334' ? run.digits.slice(1) : run.digits
  if ((shape !== '1334' || !run.digits.startsWith('1')) && shape !== '334') return false
  return digits.charAt(0) > '1' && digits.charAt(3) > '1'
}

/** Whether somebody says that it is one; a parcel or an order said nearer to it wins. */
function isSpokenOf(read: NumberText, run: DigitRun, nearest: number): boolean {
  const { cues } = read
  if (nearest === 0 && !cues.behind(run.end, PHONE_CUE)) return false
  const shape = shapeOf(read.numerals, run)
  if ((shape === YEARS && isYears(run.digits)) || shape === ZIP) return false
  const { length } = run.digits
  if ((nearest & PHONE_CUE) !== 0) return length >= FEWEST_FAR || cues.before(run.start, PHONE_CUE, BESIDE)
  if (nearest === 0) return length >= FEWEST_WITHOUT_WORD
  return (nearest & TRADE_CUE) !== 0 && NATIONAL_SHAPES.has(shape) && cues.before(run.start, PHONE_CUE)
}

/** 2019-2023. */
function isYears(digits: string): boolean {
  return /^(?:19|20)\d\d(?:19|20)\d\d$/u.test(digits)
}

/** Behind `ext. 12` and the like. */
function endWithExtension({ text, cues }: NumberText, end: number): number {
  for (let hit = cues.lastBefore(end) + 1; (cues.starts[hit] ?? Infinity) <= end + EXTENSION_REACH; hit += 1) {
    if (((cues.masks[hit] ?? 0) & EXTENSION) === 0) continue
    let at = cues.ends[hit] ?? end
    while (at < text.length && ' .:-#'.includes(text.charAt(at))) at += 1
    const digits = digitsAt(text, at, MOST_EXTENSION)
    if (digits > 0 && digits < MOST_EXTENSION) return at + digits
  }
  return end
}

function firstLine({ text, numerals }: NumberText, run: DigitRun): DigitRun | undefined {
  for (let at = run.from + 1; at < run.to; at += 1) {
    const gap = text.slice(numerals.ends[at - 1] ?? 0, numerals.starts[at] ?? 0)
    if (gap.includes('\n')) return partOf(text, numerals, run.from, at)
  }
  return undefined
}
