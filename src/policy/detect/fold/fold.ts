import type { Span } from '../../../model/finding.ts'
import { PILL, SENSITIVE_KINDS } from '../../../model/redaction.ts'
import { lookAlikes } from './look-alikes.ts'

/** A text as the detectors read it, and the way back to the original. */
export interface FoldedText {
  readonly text: string
  /** Where in the original each folded unit begins and ends; nothing where both texts have the same offsets. */
  readonly offsets: { readonly starts: Uint32Array; readonly ends: Uint32Array } | undefined
}

/** Stands for each unit of a pill, so that no detector reads the pill's word or joins what stands around it. */
export const BARRIER = '\ufffc'
const BARRIER_CODE = 0xfffc

/** A character that decomposes into more is a ligature of whole words and stays as it is. */
const MAX_EXPANSION = 4
const DROPPED = /^[\p{M}\p{Cf}\u115f\u1160\u3164\uffa0]$/u
const BEYOND_ASCII = /[^\0-\x7f]/u

let table: ReadonlyMap<string, string> | undefined

/**
 * Folds case, width, accents and look-alike letters and digits, and drops what cannot be seen. Linear in the length of
 * the text; never throws, also not on lone surrogates.
 */
export function foldText(text: string): FoldedText {
  if (!BEYOND_ASCII.test(text)) return { text: text.toLowerCase(), offsets: undefined }
  const writer = new FoldWriter(text.length)
  let at = 0
  for (const pill of text.matchAll(PILL)) {
    if (!isPill(pill[1])) continue
    foldStretch(text, { start: at, end: pill.index }, writer)
    at = pill.index + pill[0].length
    for (let unit = pill.index; unit < at; unit += 1) writer.put(BARRIER_CODE, unit, unit + 1)
  }
  foldStretch(text, { start: at, end: text.length }, writer)
  return writer.done()
}

/** Where a range of the folded text stands in the original, marks and invisible characters behind it included. */
export function unfold(folded: FoldedText, span: Span): Span {
  const { offsets } = folded
  if (offsets === undefined) return { start: span.start, end: span.end }
  return { start: offsets.starts[span.start] ?? 0, end: offsets.ends[span.end - 1] ?? 0 }
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
    if (code < 0x80) writer.put(code >= 65 && code <= 90 ? code + 32 : code, at, next)
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

/** Units in growing arrays of numbers: a hundred thousand small strings would take ten times as long. */
class FoldWriter {
  #units: Uint16Array
  #starts: Uint32Array
  #ends: Uint32Array
  #count = 0

  constructor(sourceLength: number) {
    this.#units = new Uint16Array(sourceLength + 16)
    this.#starts = new Uint32Array(sourceLength + 16)
    this.#ends = new Uint32Array(sourceLength + 16)
  }

  put(unit: number, start: number, end: number): void {
    if (this.#count === this.#units.length) this.#grow()
    this.#units[this.#count] = unit
    this.#starts[this.#count] = start
    this.#ends[this.#count] = end
    this.#count += 1
  }

  /** Writes the units of one character; nothing at all lengthens the character before, so that marks go with it. */
  putAll(units: string, start: number, end: number): void {
    if (units === '' && this.#count > 0) this.#ends[this.#count - 1] = end
    for (let at = 0; at < units.length; at += 1) this.put(units.charCodeAt(at), start, end)
  }

  done(): FoldedText {
    const offsets = { starts: this.#starts.subarray(0, this.#count), ends: this.#ends.subarray(0, this.#count) }
    return { text: textOf(this.#units.subarray(0, this.#count)), offsets }
  }

  #grow(): void {
    const length = this.#units.length * 2
    this.#units = enlarged(this.#units, new Uint16Array(length))
    this.#starts = enlarged(this.#starts, new Uint32Array(length))
    this.#ends = enlarged(this.#ends, new Uint32Array(length))
  }
}

function enlarged<Units extends Uint16Array | Uint32Array>(from: Units, to: Units): Units {
  to.set(from)
  return to
}

/** Most arguments handed to one call; engines refuse very many. */
const CALL_SIZE = 8_192

function textOf(units: Uint16Array): string {
  let text = ''
  for (let at = 0; at < units.length; at += CALL_SIZE)
    text += String.fromCharCode(...units.subarray(at, at + CALL_SIZE))
  return text
}
