import type { Span } from '../../model/finding.ts'
import { PILL, SENSITIVE_KINDS } from '../../model/redaction.ts'
import { lookAlikes } from './look-alikes.ts'

/** A text as the detectors read it, and the way back: where in the original each folded unit begins and ends. */
export interface FoldedText {
  readonly text: string
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  readonly digitCount: number
}

/** Stands for each unit of a pill, so that no detector reads the pill's word or joins what stands around it. */
export const BARRIER = '\ufffc'

/** A character that decomposes into more is a ligature of whole words and stays as it is. */
const MAX_EXPANSION = 4
const DROPPED = /^[\p{M}\p{Cf}\u115f\u1160\u3164\uffa0]$/u

let table: ReadonlyMap<string, string> | undefined

/**
 * Folds case, width, accents and look-alike letters and digits, and drops what cannot be seen. Linear in the length of
 * the text; never throws, also not on lone surrogates.
 */
export function foldText(text: string): FoldedText {
  const writer = new FoldWriter()
  let at = 0
  for (const pill of text.matchAll(PILL)) {
    if (!isPill(pill[1])) continue
    foldStretch(text, { start: at, end: pill.index }, writer)
    at = pill.index + pill[0].length
    for (let unit = pill.index; unit < at; unit += 1) writer.put(BARRIER, unit, unit + 1)
  }
  foldStretch(text, { start: at, end: text.length }, writer)
  return writer.done()
}

/** Where a range of the folded text stands in the original, marks and invisible characters behind it included. */
export function unfold(folded: FoldedText, span: Span): Span {
  return { start: folded.starts[span.start] ?? 0, end: folded.ends[span.end - 1] ?? 0 }
}

/** Whether a word between pill brackets is a kind, so that the whole is a real pill. */
export function isPill(word: string | undefined): boolean {
  return SENSITIVE_KINDS.some((kind) => kind === word)
}

function foldStretch(text: string, span: Span, writer: FoldWriter): void {
  const seen = new Map<number, string>()
  for (let at = span.start; at < span.end;) {
    const code = text.codePointAt(at) ?? 0
    const next = at + (code > 0xffff ? 2 : 1)
    if (code < 0x80) writer.put(asciiLower(code), at, next)
    else writer.putAll(remembered(seen, code), at, next)
    at = next
  }
}

function remembered(seen: Map<number, string>, code: number): string {
  const known = seen.get(code)
  if (known !== undefined) return known
  const folded = foldCharacter(String.fromCodePoint(code))
  seen.set(code, folded)
  return folded
}

function foldCharacter(character: string): string {
  table ??= lookAlikes()
  const direct = table.get(character)
  if (direct !== undefined) return direct
  if (DROPPED.test(character)) return ''
  const small = character.toLowerCase()
  const similar = table.get(small)
  if (similar !== undefined) return similar
  const parts = Array.from(small.normalize('NFKD')).filter((part) => !DROPPED.test(part))
  if (parts.length > MAX_EXPANSION) return small
  return parts.map((part) => table?.get(part) ?? part.toLowerCase()).join('')
}

function asciiLower(code: number): string {
  return String.fromCharCode(code >= 65 && code <= 90 ? code + 32 : code)
}

class FoldWriter {
  readonly #units: string[] = []
  readonly #starts: number[] = []
  readonly #ends: number[] = []
  #digitCount = 0

  put(unit: string, start: number, end: number): void {
    this.#units.push(unit)
    this.#starts.push(start)
    this.#ends.push(end)
    if (unit >= '0' && unit <= '9') this.#digitCount += 1
  }

  /** Writes the units of one character; nothing at all lengthens the character before, so that marks go with it. */
  putAll(units: string, start: number, end: number): void {
    if (units === '' && this.#ends.length > 0) this.#ends[this.#ends.length - 1] = end
    for (let at = 0; at < units.length; at += 1) this.put(units.charAt(at), start, end)
  }

  done(): FoldedText {
    return { text: this.#units.join(''), starts: this.#starts, ends: this.#ends, digitCount: this.#digitCount }
  }
}
