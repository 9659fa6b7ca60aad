import { digitWords, IDEOGRAPHIC_DIGITS } from './digit-words.ts'

/** Digits that stand together without a separator, or one digit word. Positions are of the folded text. */
export interface DigitGroup {
  readonly digits: string
  readonly start: number
  readonly end: number
}

/** Groups with nothing but separators between them. `start` takes in a `+` or `(` before the first. */
export interface DigitRun {
  readonly start: number
  readonly groups: readonly DigitGroup[]
  /** The digits of all groups. */
  readonly digits: string
  readonly isInternational: boolean
}

/** The widest gap that still joins two groups: enough for ` ... ` or `) - (`. */
const MAX_GAP = 5
const GAP = new Set(' \t\n\u00a0.-_/()·•*')
const LIKE_ZERO = /o/gu
const LIKE_ONE = /[il|]/gu
const NUMERIC = /^[\doil|]+$/u
const ONLY_DIGITS = /^\d+$/u
/** `l2` among digits may be 12; a longer chunk with a single digit is a word. */
const LONGEST_WITH_ONE_DIGIT = 3

let words: ReadonlyMap<string, string> | undefined

/** Reads all runs of digits of a folded text in one pass. Shielded units and letters end a run. */
export function digitRuns(text: string, shield: Uint8Array): readonly DigitRun[] {
  words ??= digitWords()
  const runs: DigitRun[] = []
  let groups: DigitGroup[] = []
  const close = (): void => {
    if (groups.length > 0) runs.push(asRun(text, groups))
    groups = []
  }
  for (let at = 0; at < text.length;) {
    const end = endOfChunk(text, at)
    if (end === at) {
      at += 1
      continue
    }
    const digits = shield[at] === 1 ? undefined : digitsOf(text.slice(at, end), words)
    if (digits === undefined) close()
    else {
      if (!joins(text, groups.at(-1)?.end, at)) close()
      groups.push({ digits, start: at, end })
    }
    at = end
  }
  close()
  return runs
}

function endOfChunk(text: string, start: number): number {
  let end = start
  if (IDEOGRAPHIC_DIGITS.includes(text.charAt(start))) {
    while (end < text.length && IDEOGRAPHIC_DIGITS.includes(text.charAt(end))) end += 1
    return end
  }
  while (isChunkUnit(text.charCodeAt(end))) end += 1
  return end
}

function isChunkUnit(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 97 && code <= 122) || code === 124
}

/** The digits a chunk stands for, or nothing when it is a word. Look-alike letters count only among digits. */
function digitsOf(chunk: string, digitWord: ReadonlyMap<string, string>): string | undefined {
  if (chunk.charCodeAt(0) > 0x7f) return ideographic(chunk)
  if (ONLY_DIGITS.test(chunk)) return chunk
  const word = digitWord.get(chunk)
  if (word !== undefined) return word
  if (!NUMERIC.test(chunk)) return undefined
  const real = chunk.replace(/\D/gu, '').length
  if (real === 0 || (real === 1 && chunk.length > LONGEST_WITH_ONE_DIGIT)) return undefined
  return chunk.replace(LIKE_ZERO, '0').replace(LIKE_ONE, '1')
}

function ideographic(chunk: string): string {
  let digits = ''
  for (const character of chunk) digits += String(IDEOGRAPHIC_DIGITS.indexOf(character))
  return digits
}

function joins(text: string, from: number | undefined, to: number): boolean {
  if (from === undefined) return true
  if (to - from > MAX_GAP) return false
  let breaks = 0
  for (let at = from; at < to; at += 1) {
    const unit = text.charAt(at)
    if (unit === '\n') breaks += 1
    if (!GAP.has(unit) || breaks > 1) return false
  }
  return true
}

/** The digits of groups in order. */
export function joined(groups: readonly DigitGroup[]): string {
  let digits = ''
  for (const group of groups) digits += group.digits
  return digits
}

function asRun(text: string, groups: readonly DigitGroup[]): DigitRun {
  let start = groups[0]?.start ?? 0
  let isInternational = false
  for (let steps = 0; steps < MAX_GAP && start > 0; steps += 1) {
    const before = text.charAt(start - 1)
    if (before === '+') isInternational = true
    else if (
      before !== '(' &&
      !(before === ' ' && /[+(]/u.test(text.charAt(start - 2))) &&
      !(before === '-' && text.charAt(start - 2) === '+')
    )
      break
    start -= 1
  }
  return { start, groups, digits: joined(groups), isInternational }
}
