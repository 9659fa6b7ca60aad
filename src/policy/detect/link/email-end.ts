import type { Span } from '../../../model/finding.ts'
import { atomSet, isExactly } from '../atom/look-up.ts'
import type { Scan } from '../scan.ts'
import { isPlain } from './chain.ts'
import type { Chain } from './chain.ts'
import { endOverBreak } from './cut-address.ts'
import { isProvider } from './domains.ts'
import { endAt, lastEnding, startAt } from './email-parts.ts'
import type { EmailParts } from './email-parts.ts'
import { behindGap, hasLetter, isDigitAt, labelEnd } from './label.ts'

const TLD = /^[a-z]{2,24}$/u
const HOST = /^[a-z][a-z0-9-]{2,}$/u
const NOT_A_HANDLE = atomSet('notAHandle')
const MIN_LOCAL = 3
const MAX_LOCAL = 64
/** A host spelled with a dot behind each letter has at least as many. */
const MIN_SPELLED = 5

/**
 * Where an address ends: behind its last known ending, any ending of letters, or the host where none is needed. Nothing
 * where no host stands. `isTight`: the at is the plain sign without blanks.
 */
export function endOfEmail(scan: Scan, parts: EmailParts, isTight: boolean): number | undefined {
  const { text } = scan.folded
  const { chain, at, last } = parts
  const known = lastEnding(text, parts)
  if (known !== undefined && known < last) return endAt(chain, known)
  const whole = { start: startAt(chain, at + 1), end: endAt(chain, last) }
  if (known !== undefined) return endOverBreak(text, whole)
  return endOfDotted(text, parts, whole) ?? endOfName(scan, parts, isTight)
}

/** A host with dots whose ending is not known. */
function endOfDotted(text: string, { chain, at, last }: EmailParts, whole: Span): number | undefined {
  if (last === at + 1) return undefined
  const cut = endOverBreak(text, whole)
  if (cut > whole.end) return cut
  const isHost = isPlain(chain, at + 1, last) && TLD.test(text.slice(startAt(chain, last), whole.end))
  return isHost || isSpelledOut(chain, at + 1, last) ? whole.end : undefined
}

/** `e.x.a.m.p.l.e.c.o.m`: a dot behind each letter. */
function isSpelledOut({ labels }: Chain, from: number, to: number): boolean {
  const letters = labels.slice(from, to + 1)
  return letters.length >= MIN_SPELLED && letters.every(({ start, end }) => end - start === 1)
}

/** A host without a dot: cut by a line end, a provider, or a name directly behind the sign. */
function endOfName(scan: Scan, { chain, at, first }: EmailParts, isTight: boolean): number | undefined {
  const { text } = scan.folded
  const host = { start: startAt(chain, at + 1), end: endAt(chain, at + 1) }
  const name = text.slice(host.start, host.end)
  const comma = endAfterComma(text, host.end, isProvider(name))
  if (comma !== undefined) return comma
  const cut = endOverBreak(text, host)
  if (cut > host.end || isProvider(name)) return cut
  if (!isTight || !HOST.test(name) || isExactly(scan.atoms, NOT_A_HANDLE, host)) return undefined
  return isLocal(text, { start: startAt(chain, first), end: endAt(chain, at) }) ? host.end : undefined
}

/** `gmail, com`, `gmail com`: behind a provider the ending needs no dot; `example,com` is a slip of the finger. */
function endAfterComma(text: string, end: number, isMail: boolean): number | undefined {
  const isComma = ',;'.includes(text.charAt(end) || ' ')
  const next = behindGap(text, isComma ? end + 1 : end)
  if (next === end || (!isMail && (!isComma || next > end + 1))) return undefined
  const behind = labelEnd(text, next)
  return /^(?:com|net|org|de|fr|pl|nl|jp)$/u.test(text.slice(next, behind)) ? behind : undefined
}

/** `name@host` in one piece is an address, since nobody writes two words that way for anything else; `60w@socket` is none. */
function isLocal(text: string, { start, end }: Span): boolean {
  if (end - start < MIN_LOCAL || !hasLetter(text, start, end)) return false
  return !isDigitAt(text, start) || /[a-z]{3}/u.test(text.slice(start, Math.min(end, start + MAX_LOCAL)))
}
