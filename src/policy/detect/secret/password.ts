import type { Span } from '../../../model/finding.ts'
import { atomSet, endOfAtomAt, standsBefore } from '../atom/look-up.ts'
import { BARRIER } from '../fold/fold.ts'
import type { Scan } from '../scan.ts'
import { isDigits, isStrong, isSurelySecret, quotedAt, valueAt } from './value.ts'
import { wayFrom } from './way.ts'
import type { Way } from './way.ts'

const NOT_A_VALUE = atomSet('notAValue', 'valueLink', 'passwordWord', 'weakPasswordWord', 'codeWord', 'loginWord')
const LOGIN = atomSet('loginWord')
/** How far the other half of a pair may stand. */
const PAIR_REACH = 60
const MIN_WORD = 4

/** The secret behind a word for one, `password: sunflower`; nothing where the sentence only speaks of secrets. */
export function passwordBehind(scan: Scan, from: number): Span | undefined {
  const { text } = scan.folded
  const way = wayFrom(scan, from)
  const quoted = quotedAt(text, way.at)
  if (quoted !== undefined && (way.hasSign || way.hasLink)) return clean(text, quoted)
  const start = '"\'“„«「『['.includes(text.charAt(way.at) || ' ') ? way.at + 1 : way.at
  if (start === from) return undefined
  const value = valueAt(text, start)
  return value !== undefined && isSecret(scan, way, value) ? clean(text, value) : undefined
}

/** The same behind a word that is an everyday word too, `pass`: only with a sign, and as a half of a pair or made up. */
export function weakPasswordBehind(scan: Scan, word: Span): Span | undefined {
  const { text } = scan.folded
  const way = wayFrom(scan, word.end)
  const isPair = standsBefore(scan.atoms, LOGIN, { at: word.start, reach: PAIR_REACH })
  if (way.isFar || (!way.hasSign && !isPair)) return undefined
  const value = valueAt(text, way.at)
  if (value === undefined || scan.shield[value.start] === 1 || isRefused(scan, value)) return undefined
  const isMeant = isPair ? value.end - value.start >= 3 : isSurelySecret(text, value)
  return isMeant ? clean(text, value) : undefined
}

function isSecret(scan: Scan, way: Way, value: Span): boolean {
  const { text } = scan.folded
  const isAnnounced = way.hasSign || way.hasLink
  if (text.slice(value.start, value.end).includes('://')) return false
  if (!isAnnounced && scan.shield[value.start] === 1) return false
  if (isRefused(scan, value)) return false
  if (!isAnnounced) return isSurelySecret(text, value) || (isDigits(text, value) && value.end - value.start > 3)
  if (isStrong(text, value)) return true
  if (way.isFar) return false
  return isDigits(text, value) || (way.hasSign && value.end - value.start >= MIN_WORD)
}

/** A value that the lexicons know as a word of such sentences, alone or as the beginning of the value. */
function isRefused({ folded: { text }, atoms }: Scan, { start, end }: Span): boolean {
  const known = endOfAtomAt(atoms, NOT_A_VALUE, start)
  return known === end || (known > start && text.charAt(known) === ' ')
}

function clean(text: string, span: Span): Span | undefined {
  return text.slice(span.start, span.end).includes(BARRIER) ? undefined : span
}
