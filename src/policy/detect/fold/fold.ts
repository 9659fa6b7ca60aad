import type { Span } from '../../../model/finding.ts'
import { PILL, SENSITIVE_KINDS } from '../../../model/redaction.ts'
import { characterReferenceAt } from './character-reference.ts'
import { foldedUnit } from './fold-character.ts'
import { OffsetMap } from './offset-map.ts'
import { UnitWriter } from './unit-writer.ts'

/** A text as the detectors read it, and the way back to the original. */
export interface FoldedText {
  readonly text: string
  /** Nothing where both texts have the same offsets. */
  readonly offsets: OffsetMap | undefined
}

/** Stands for each unit of a pill, so that no detector reads the pill's word or joins what stands around it. */
export const BARRIER = '\ufffc'
const BARRIER_CODE = 0xfffc
const PILL_OPENER = '⟦'
const AMPERSAND = 38

/** What lower case alone does not fold: other scripts, and characters written as HTML writes them. */
const NEEDS_READING = /[^\0-\x7f]|&#?[\da-z]{1,8};/iu

/**
 * Folds case, width, accents, look-alike letters and digits and HTML's character references, and drops what cannot be seen. Linear in the length of
 * the text; never throws, also not on lone surrogates.
 */
export function foldText(text: string): FoldedText {
  if (!NEEDS_READING.test(text)) return { text: text.toLowerCase(), offsets: undefined }
  const writer = new UnitWriter(text.length)
  const offsets = new OffsetMap()
  let at = 0
  for (const pill of text.includes(PILL_OPENER) ? text.matchAll(PILL) : []) {
    if (!isPill(pill[1])) continue
    foldStretch(text, { start: at, end: pill.index }, writer, offsets)
    at = pill.index + pill[0].length
    for (let unit = pill.index; unit < at; unit += 1) {
      writer.put(BARRIER_CODE)
      offsets.add(unit, unit + 1)
    }
  }
  foldStretch(text, { start: at, end: text.length }, writer, offsets)
  return { text: writer.take(), offsets }
}

/** Where a range of the folded text stands in the original, marks and invisible characters behind it included. */
export function unfold(folded: FoldedText, span: Span): Span {
  return folded.offsets?.unfold(span) ?? { start: span.start, end: span.end }
}

/** Whether a word between pill brackets is a kind, so that the whole is a real pill. */
export function isPill(word: string | undefined): boolean {
  return SENSITIVE_KINDS.some((kind) => kind === word)
}

function foldStretch(text: string, span: Span, writer: UnitWriter, offsets: OffsetMap): void {
  for (let at = span.start; at < span.end;) {
    const unit = text.charCodeAt(at)
    const written = unit === AMPERSAND ? characterReferenceAt(text, at) : undefined
    const code = written?.code ?? (unit >= 0xd800 && unit < 0xdc00 ? (text.codePointAt(at) ?? unit) : unit)
    const next = written?.end ?? at + (code > 0xffff ? 2 : 1)
    const folded = code < 0x80 ? small(code) : foldedUnit(code)
    if (typeof folded === 'number') {
      writer.put(folded)
      offsets.add(at, next)
    } else if (folded === '') offsets.lengthenLast(next)
    else
      for (let part = 0; part < folded.length; part += 1) {
        writer.put(folded.charCodeAt(part))
        offsets.add(at, next)
      }
    at = next
  }
}

function small(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code
}
