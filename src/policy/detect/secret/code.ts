import type { Span } from '../../../model/finding.ts'
import { atomSet, firstHitFrom, standsBefore } from '../atom/look-up.ts'
import { beforeGap, isDigitAt, isLabelAt, labelEnd } from '../link/label.ts'
import { digitWords, IDEOGRAPHIC_DIGITS } from '../number/digit-words.ts'
import type { Scan } from '../scan.ts'
import { isStrong, valueAt } from './value.ts'
import { wayFrom } from './way.ts'

const LOCKS = atomSet('lockNoun')
const LINKS = atomSet('valueLink')
const LOCK_REACH = 40
const BACK_REACH = 30
const MAX_DIGITS = 10
const MAX_GROUP = 4
const MAX_WORDS = 12
const MIN_MIXED = 4
const MIN_MIXED_ALONE = 6
/** Words that are also parts of plugs and colours: fewer digits right behind them are a size or a count. */
const MIN_DIGITS: ReadonlyMap<string, number> = new Map([
  ['pin', 4],
  ['tan', 6],
])

let words: ReadonlyMap<string, string> | undefined

/** The code behind a word for one, in digits, digit words or mixed with letters: `verification code: 481 220`. */
export function codeBehind(scan: Scan, word: Span): Span | undefined {
  const { text } = scan.folded
  const way = wayFrom(scan, word.end)
  const start = '"\'“„«「『[#*'.includes(text.charAt(way.at) || ' ') ? way.at + 1 : way.at
  const isAnnounced = way.hasSign || way.hasLink
  if (!isAnnounced && scan.shield[start] === 1) return undefined
  const minDigits = isAnnounced ? 0 : (MIN_DIGITS.get(text.slice(word.start, word.end)) ?? 0)
  const digits = digitsAt(text, start)
  if (digits !== undefined) return digits.end - digits.start < minDigits ? undefined : digits
  const spelled = spelledAt(text, start)
  if (spelled !== undefined || minDigits > 0) return spelled
  return mixedAt(text, start, isAnnounced ? MIN_MIXED : MIN_MIXED_ALONE)
}

/** Letters and digits in one, `A7K-29Q`. */
function mixedAt(text: string, start: number, minLength: number): Span | undefined {
  const value = valueAt(text, start)
  if (value === undefined || value.end - value.start < minLength) return undefined
  return isStrong(text, value) && hasDigit(text, value) ? value : undefined
}

/** The code of a lock: any code, if a door, gate or safe is named near. */
export function lockCodeBehind(scan: Scan, word: Span): Span | undefined {
  return nearLock(scan, word) ? codeBehind(scan, word) : undefined
}

/** The code before its word: `481220 is your verification code`. */
export function codeBefore(scan: Scan, word: Span): Span | undefined {
  const { text } = scan.folded
  const { atoms } = scan
  for (let hit = firstHitFrom(atoms, word.start) - 1; hit >= 0; hit -= 1) {
    const start = atoms.starts[hit] ?? 0
    if (start < word.start - BACK_REACH) return undefined
    if (LINKS[atoms.atoms[hit] ?? 0] !== 1) continue
    const end = beforeGap(text, start)
    let from = end
    while (from > 0 && end - from < MAX_DIGITS && isDigitAt(text, from - 1)) from -= 1
    if (end - from >= 4 && !isLabelAt(text, from - 1) && scan.shield[from] !== 1) return { start: from, end }
  }
  return undefined
}

function nearLock({ atoms, folded }: Scan, { start, end }: Span): boolean {
  if (standsBefore(atoms, LOCKS, { at: start, reach: LOCK_REACH })) return true
  for (let hit = firstHitFrom(atoms, end); hit < atoms.count; hit += 1) {
    const at = atoms.starts[hit] ?? 0
    if (at > end + LOCK_REACH) return false
    if (LOCKS[atoms.atoms[hit] ?? 0] === 1) return !folded.text.slice(end, at).includes('. ')
  }
  return false
}

/** Three to ten digits, in groups of one length: `4821`, `481 220`, `4-8-2-1`. */
function digitsAt(text: string, start: number): Span | undefined {
  let end = behindDigits(text, start)
  const group = end - start
  if (group === 0 || group > MAX_DIGITS) return undefined
  let count = group
  for (; count + group <= MAX_DIGITS && ' -.'.includes(text.charAt(end) || 'x'); count += group) {
    const next = behindDigits(text, end + 1)
    if (next - end - 1 !== group || group > MAX_GROUP) break
    end = next
  }
  const isWhole = !isLabelAt(text, end) || text.charAt(end) === '-'
  return count >= (group === 1 ? 4 : 3) && isWhole && !/[.,:]\d/u.test(text.slice(end, end + 2))
    ? { start, end }
    : undefined
}

function behindDigits(text: string, from: number): number {
  let at = from
  while (isDigitAt(text, at) && at - from <= MAX_DIGITS) at += 1
  return at
}

/** At least three digit words or ideographic digits. */
function spelledAt(text: string, start: number): Span | undefined {
  words ??= digitWords()
  let end = start
  let count = 0
  while (count < MAX_WORDS && end < text.length && IDEOGRAPHIC_DIGITS.includes(text.charAt(end))) {
    end += 1
    count += 1
  }
  for (let at = start; count < MAX_WORDS; count += 1) {
    const behind = labelEnd(text, at)
    if (behind === at || !isDigitWord(words, text.slice(at, behind))) break
    end = behind
    at = behind + (text.charAt(behind) === ',' ? 2 : 1)
  }
  return count >= 3 ? { start, end } : undefined
}

function isDigitWord(known: ReadonlyMap<string, string>, word: string): boolean {
  return known.has(word) || word.split('-').every((part) => known.has(part))
}

function hasDigit(text: string, { start, end }: Span): boolean {
  for (let at = start; at < end; at += 1) if (isDigitAt(text, at)) return true
  return false
}
