import type { Detection } from '../detection.ts'
import { isEnding } from './domains.ts'
import type { Original } from './host.ts'
import { behindGap, beforeGap, isLabelAt } from './label.ts'
import type { Sign } from './sign.ts'

const MAX_UNITS = 80
const DOT = 46
const AT = 64
/** A name spelled letter by letter is no shorter; less may be initials. */
const MIN_NAME = 3

/** Where characters with blanks between them end, and the value they spell, if they spell one. */
export interface SpelledRun {
  readonly end: number
  readonly value: Detection | undefined
}

/**
 * The characters with a blank after each around a sign, `j o @ e x a m p l e . c o m`. Nothing where the characters
 * around the sign are not single.
 */
export function spelledAround(text: string, sign: Sign, original: Original): SpelledRun | undefined {
  const { start, end, writing } = sign
  if (writing !== 'sign' || end - start !== 1) return undefined
  const behind = spelled(text, start, 1)
  if (behind.length <= MIN_NAME) return undefined
  const before = spelled(text, start, -1).toReversed().slice(0, -1)
  if (isAccented(before[0], original)) before.shift()
  const at = [...before, ...behind]
  return { end: (at.at(-1) ?? start) + 1, value: valueOf(text, at) }
}

function valueOf(text: string, at: readonly number[]): Detection | undefined {
  const units = at.map((index) => text.charAt(index)).join('')
  const atSign = units.indexOf('@')
  const host = endOfHost(units, Math.max(0, atSign))
  const start = at[0] ?? 0
  const end = (at.at(-1) ?? start) + 1
  const hostEnd = (at[host - 1] ?? end) + 1
  if (atSign > 0 && host > 0) return { kind: 'EMAIL', start, end: hostEnd }
  if (atSign === 0) return { kind: 'HANDLE', start, end }
  return host > MIN_NAME && atSign < 0 ? { kind: 'URL', start, end: hostEnd } : undefined
}

/** `è l e n a @`: a word of one letter, such as "is", stands before the first letter of the name. */
function isAccented(at: number | undefined, original: Original): boolean {
  return at !== undefined && /^[àáèéêóòùäöåÀÉÈ]$/u.test(original(at))
}

/** How many of the characters belong to a host with a known ending; 0 if there is none. */
function endOfHost(units: string, from: number): number {
  const dot = units.lastIndexOf('.')
  if (dot <= from) return 0
  for (let end = units.length; end > dot + 2; end -= 1) if (isEnding(units.slice(dot + 1, end))) return end
  return 0
}

/** Positions of single characters with a gap between each, beginning with the sign itself. */
function spelled(text: string, from: number, step: 1 | -1): readonly number[] {
  const positions = [from]
  for (let at = from; positions.length < MAX_UNITS;) {
    const next = step === 1 ? behindGap(text, at + 1) : beforeGap(text, at) - 1
    if (next === at + step || !isSingle(text, next)) break
    positions.push(next)
    at = next
  }
  return positions
}

function isSingle(text: string, at: number): boolean {
  if (!isSpelledUnit(text, at)) return false
  return !isLabelAt(text, at - 1) && !isLabelAt(text, at + 1)
}

function isSpelledUnit(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code === DOT || code === AT || isLabelAt(text, at)
}
