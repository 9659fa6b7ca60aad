import type { Span } from '../../../model/finding.ts'
import { atomSet, endOfAtomAt } from '../atom/look-up.ts'
import type { Scan } from '../scan.ts'
import { MESSENGERS } from './handle.ts'
import {
  behindGap,
  behindLineEnd,
  beforeGap,
  hasLetter,
  isDigitAt,
  isLabelAt,
  isLetterAt,
  labelEnd,
  labelStart,
  looksLikeName,
} from './label.ts'

const NAME_CUES = atomSet('handleCue')
const LINKS = atomSet('nameLink', 'valueLink')
const SIGN_WORDS = atomSet('dotWord', 'dashWord')
const GO_BY = atomSet('goBy')
const NOT_A_NAME = atomSet('notAValue', 'handleCue', 'nameLink', 'goBy', 'messenger', 'function', 'notAHandle')
/** How many words may stand between a messenger and the name. */
const MAX_STEPS = 8
const MAX_WALK = 60
const MIN_NAME = 3
const LIVE = 'live:'

/** What was met on the way from a messenger to a name. */
interface Way {
  readonly at: number
  readonly hasSign: boolean
  readonly hasLink: boolean
  readonly hasCue: boolean
  readonly goesBy: boolean
}

/** Names that the name of a messenger announces: `my Telegram is lena_frost`, `lena.frost on Insta`. Folded positions. */
export function announcedHandles(scan: Scan): readonly Span[] {
  const { atoms } = scan
  const found: Span[] = []
  for (let hit = 0; hit < atoms.count; hit += 1) {
    if (MESSENGERS[atoms.atoms[hit] ?? 0] !== 1) continue
    const behind = nameBehind(scan, atoms.ends[hit] ?? 0)
    if (behind !== undefined) found.push(behind)
    const before = nameBefore(scan, atoms.starts[hit] ?? 0)
    if (before !== undefined) found.push(before)
  }
  return found
}

function nameBehind(scan: Scan, from: number): Span | undefined {
  const { text } = scan.folded
  const way = walk(scan, labelEnd(text, from))
  const name = withSpelled(scan, nameAt(text, way.at))
  if (name === undefined || scan.shield[name.start] === 1) return undefined
  if (!isStrong(text, name)) return isAnnouncedWord(scan, way, name) ? name : undefined
  if (way.hasSign || way.hasLink || way.hasCue || way.goesBy) return name
  return isSure(text, name) || text.startsWith('id', from - 2) ? name : undefined
}

/** A name that could be a word needs more: a word for a name and a copula, or the end of the sentence behind it. */
function isAnnouncedWord({ folded: { text }, atoms }: Scan, way: Way, { start, end }: Span): boolean {
  if (end - start < MIN_NAME || endOfAtomAt(atoms, NOT_A_NAME, start) === end) return false
  if (way.hasCue && (way.hasSign || way.hasLink)) return true
  return (way.goesBy || way.hasSign) && endsThere(text, end)
}

/** Over colons, quotes, copulas and the words for a name. */
function walk({ folded: { text }, atoms }: Scan, from: number): Way {
  let at = from
  let [hasSign, hasLink, hasCue, goesBy] = [false, false, false, false]
  for (let step = 0; step < MAX_STEPS && at < from + MAX_WALK; step += 1) {
    at = behindGap(text, at)
    const sign = text.charAt(at)
    if (sign !== '' && ':=>-("\'“”„「『«【’('.includes(sign)) {
      hasSign ||= sign === ':' || sign === '='
      at = sign === ':' ? behindLineEnd(text, at + 1) : at + 1
      continue
    }
    const [cue, link, by] = [NAME_CUES, LINKS, GO_BY].map((set) => endOfAtomAt(atoms, set, at))
    const end = Math.max(cue ?? -1, link ?? -1, by ?? -1)
    if (end <= at) break
    hasCue ||= cue === end
    hasLink ||= link === end
    goesBy ||= by === end
    at = end
  }
  return { at, hasSign, hasLink, hasCue, goesBy }
}

/** Labels with tight dots between, an account of Skype's with its `live:`, a name of Discord's with its number. */
function nameAt(text: string, from: number): Span | undefined {
  const start = text.startsWith(LIVE, from) ? from + LIVE.length : from
  let end = labelEnd(text, start)
  while (text.charAt(end) === '.' && isLabelAt(text, end + 1)) end = labelEnd(text, end + 1)
  if (text.charAt(end) === '#' && /^#\d{4}(?![\da-z])/u.test(text.slice(end, end + 6))) end += 5
  while (end > start && '-+'.includes(text.charAt(end - 1))) end -= 1
  const isName = end - start >= 2 && hasLetter(text, start, end) && text.charAt(end) !== '@' && text.charAt(end) !== '/'
  return isName ? { start: from, end } : undefined
}

/** A name goes on behind a dot or underscore that is spelled as a word: `lena underscore frost`. */
function withSpelled({ folded: { text }, atoms }: Scan, name: Span | undefined): Span | undefined {
  if (name === undefined) return undefined
  const word = endOfAtomAt(atoms, SIGN_WORDS, behindGap(text, name.end))
  const next = word < 0 ? -1 : behindGap(text, word)
  return next > word && isLetterAt(text, next) ? { start: name.start, end: labelEnd(text, next) } : name
}

/** Of a made-up name: an underscore, a letter beside a digit, a dot inside, a tag or prefix of the service. */
function isStrong(text: string, { start, end }: Span): boolean {
  return (
    looksLikeName(text, start, end) ||
    text.startsWith(LIVE, start) ||
    /[a-z]{2}\.[a-z]{3}|[# ]/u.test(text.slice(start, end))
  )
}

/** So much a name that a messenger right before it is enough. */
function isSure(text: string, { start, end }: Span): boolean {
  return /[a-z]_[a-z]|[a-z]#\d{4}|^live:/u.test(text.slice(start, end))
}

function endsThere(text: string, end: number): boolean {
  const next = behindGap(text, end)
  return !isLetterAt(text, next) && !isDigitAt(text, next)
}

/** `lena_frost on Insta`: a name with an underscore or a dot, and one short word between. */
function nameBefore({ folded: { text }, shield }: Scan, messenger: number): Span | undefined {
  const wordEnd = beforeGap(text, messenger)
  const isSmall = wordEnd - labelStart(text, wordEnd) <= 5
  const between = isSmall ? beforeGap(text, labelStart(text, wordEnd)) : wordEnd
  if (between === wordEnd || wordEnd === messenger) return undefined
  let start = labelStart(text, between)
  while (text.charAt(start - 1) === '.' && isLabelAt(text, start - 2)) start = labelStart(text, start - 1)
  if (start === between || !isLetterAt(text, start) || shield[start] === 1 || text.charAt(start - 1) === '@')
    return undefined
  const name = text.slice(start, between)
  return /^[a-z]{2,}\d*(?:_[a-z0-9]+)+$|^[a-z]{3,}\.[a-z]{3,}\d*$/u.test(name) ? { start, end: between } : undefined
}
