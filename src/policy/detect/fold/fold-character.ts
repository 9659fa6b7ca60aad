import { lookAlikes } from './look-alikes.ts'

/** A character that decomposes into more is a ligature of whole words and stays as it is. */
const MAX_EXPANSION = 4
const DROPPED = /^[\p{M}\p{Cf}\u115f\u1160\u3164\uffa0]$/u

/** Answers of `foldedUnit` that are no unit. */
export const UNKNOWN = 0
const SEVERAL = 1

const table = lazily(lookAlikes)
/** The one unit that a character of the basic plane folds to; `SEVERAL` for those with none or more, kept in `several`. */
const units = new Uint16Array(0x10000)
const several = new Map<number, string>()

/** What a character folds to: one unit as a number, or a text of none or several units. Remembered for each character. */
export function foldedUnit(code: number): number | string {
  const known = code < 0x10000 ? (units[code] ?? UNKNOWN) : UNKNOWN
  if (known > SEVERAL) return known
  const text = several.get(code)
  return text ?? learn(code)
}

function learn(code: number): number | string {
  const folded = foldCharacter(String.fromCodePoint(code))
  if (code < 0x10000 && folded.length === 1) {
    const unit = folded.charCodeAt(0)
    units[code] = unit
    return unit
  }
  several.set(code, folded)
  return folded
}

function foldCharacter(character: string): string {
  const direct = table().get(character)
  if (direct !== undefined) return direct
  if (DROPPED.test(character)) return ''
  const small = character.toLowerCase()
  const similar = table().get(small)
  if (similar !== undefined) return similar
  const parts = Array.from(small.normalize('NFKD')).filter((part) => !DROPPED.test(part))
  if (parts.length > MAX_EXPANSION) return small
  return parts.map((part) => table().get(part) ?? part.toLowerCase()).join('')
}

function lazily<Value>(make: () => Value): () => Value {
  let made: Value | undefined
  return () => (made ??= make())
}
