import {
  ANY_ID,
  BANK_CUE,
  BANK_LABEL,
  CARD_CUE,
  DOCUMENT_LABEL,
  ID_LABEL,
  PHONE_CUE,
  SSN_LABEL,
  TRADE_CUE,
} from '../cues.ts'
import type { NumberText } from '../number-text.ts'
import { partOf, shapeOf } from '../numeral/digit-run.ts'
import type { DigitRun } from '../numeral/digit-run.ts'
import { isOfficialLength, isOfficialNumber, isSocialSecurityNumber } from './digit-ids.ts'

const ELSE = PHONE_CUE | TRADE_CUE | CARD_CUE | BANK_LABEL | BANK_CUE
const ALL = ANY_ID | DOCUMENT_LABEL | ELSE
/** A label so near needs no check digit: whoever writes `BSN 123` may mistype it. */
const BESIDE = 12
const SOCIAL_SHAPE = '324'
const SINGLES = '111111111'
const HYPHEN = 45

/** What a run of digits is officially, and which of its numerals: of a run over two lines perhaps the first line. */
interface OfficialNumber {
  readonly kind: 'SSN' | 'NATIONAL_ID'
  readonly run: DigitRun
}

/** The official number that a run of digits is, by its check digits and the words around it. */
export function officialNumber(read: NumberText, run: DigitRun): OfficialNumber | undefined {
  if (run.isInternational || run.digits.length < 8 || !isSpokenOf(read, run)) return undefined
  const kind = kindOf(read, run)
  if (kind !== undefined) return { kind, run }
  const first = run.to - run.from > 1 ? firstLine(read, run) : undefined
  const kindOfFirst = first === undefined ? undefined : kindOf(read, first)
  return first === undefined || kindOfFirst === undefined ? undefined : { kind: kindOfFirst, run: first }
}

function isSpokenOf({ cues }: NumberText, { start, end }: DigitRun): boolean {
  const nearest = cues.nearestBefore(start, ALL)
  if ((nearest & (ANY_ID | DOCUMENT_LABEL)) !== 0) return true
  if (nearest !== 0) return false
  return cues.behind(end, ANY_ID)
}

function kindOf(read: NumberText, run: DigitRun): OfficialNumber['kind'] | undefined {
  if (!isOfficialLength(run.digits.length)) return undefined
  const isSocial = isSocialSecurityNumber(run.digits)
  if (isSocial && isSocialShape(read, run)) return 'SSN'
  if (isOfficialNumber(run.digits)) return 'NATIONAL_ID'
  if (isSocial && read.cues.before(run.start, SSN_LABEL)) return 'SSN'
  return read.cues.before(run.start, ID_LABEL, BESIDE + LONGEST_LABEL) && endsBeside(read, run)
    ? 'NATIONAL_ID'
    : undefined
}

const LONGEST_LABEL = 36

function endsBeside({ cues }: NumberText, { start }: DigitRun): boolean {
  for (
    let hit = cues.lastBefore(start);
    hit >= 0 && (cues.starts[hit] ?? 0) >= start - BESIDE - LONGEST_LABEL;
    hit -= 1
  ) {
    const gap = start - (cues.ends[hit] ?? 0)
    if (((cues.masks[hit] ?? 0) & ID_LABEL) !== 0 && gap >= 0 && gap <= BESIDE) return true
  }
  return false
}

/** 123-45-6789, also with each digit apart. */
function isSocialShape({ text, numerals }: NumberText, run: DigitRun): boolean {
  const shape = shapeOf(numerals, run)
  if (shape === SOCIAL_SHAPE) return true
  return shape === SINGLES && text.slice(run.start, run.end).split(String.fromCharCode(HYPHEN)).length === 3
}

/** The numerals before the first line end of a run. */
function firstLine({ text, numerals }: NumberText, run: DigitRun): DigitRun | undefined {
  for (let at = run.from + 1; at < run.to; at += 1) {
    const gap = text.slice(numerals.ends[at - 1] ?? 0, numerals.starts[at] ?? 0)
    if (gap.includes('\n')) return partOf(text, numerals, run.from, at)
  }
  return (numerals.digits[run.from]?.length ?? 0) >= 8 ? partOf(text, numerals, run.from, run.from + 1) : undefined
}
