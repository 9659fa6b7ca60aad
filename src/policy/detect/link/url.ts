import type { Span } from '../../../model/finding.ts'
import type { AtomHits } from '../atom/find-atoms.ts'
import { atomSet, endOfAtomAt } from '../atom/look-up.ts'
import { isEnding } from './domains.ts'
import { behindGap, isLabelAt, labelEnd } from './label.ts'
import { endOfPath, endOfUrl } from './url-end.ts'

const WEB_SCHEME = /^(?:h(?:[tx*]{2}|t|xx?)p{1,2}s?|ttps?|s?ftp|wss?)$/u
const ANY_SCHEME = /^[a-z][a-z0-9+-]{1,19}$/u
const NO_SLASHES = /^(?:javascript:|vbscript:|data:(?:text|image|application)\/|mailto:|intent:[/#])/u
const AUTHORITY = /[)\]]{0,2}[: ]{0,2}[)\]]? {0,2}[/\\] ?[/\\]{1,2} ?/uy
const MAX_SCHEME = 20
const STAR = 42
const SLASH = 47

/** A link with its scheme; `authority` is where its host begins. */
export interface SchemeUrl extends Span {
  readonly scheme: string
  readonly authority: number
}

/** The links of a text that have a scheme, at the places where one may stand. Spans are of the folded text. */
export function schemeUrls(text: string, places: readonly number[]): readonly SchemeUrl[] {
  const found: SchemeUrl[] = []
  for (const at of places) {
    if (at < (found.at(-1)?.end ?? 0)) continue
    const url = schemeUrlAt(text, at)
    if (url !== undefined) found.push(url)
  }
  return found
}

function schemeUrlAt(text: string, at: number): SchemeUrl | undefined {
  const schemeEnd = ' [('.includes(text.charAt(at - 1) || 'x') ? at - 1 : at
  let start = schemeEnd
  while (start > 0 && schemeEnd - start < MAX_SCHEME && isSchemeUnit(text, start - 1)) start -= 1
  const scheme = text.slice(start, schemeEnd)
  if (NO_SLASHES.test(text.slice(start, at + 12)) && !isLabelAt(text, start - 1)) {
    const end = endOfUrl(text, at + 1)
    return end > at + 1 ? { start, end, scheme, authority: end } : undefined
  }
  const isExact = schemeEnd === at && text.startsWith('://', at)
  return WEB_SCHEME.test(scheme) || (isExact && ANY_SCHEME.test(scheme))
    ? withAuthority(text, at, { start, scheme })
    : undefined
}

function withAuthority(text: string, at: number, of: { start: number; scheme: string }): SchemeUrl | undefined {
  AUTHORITY.lastIndex = text.charCodeAt(at) === SLASH ? at : at + 1
  if (!AUTHORITY.test(text)) return undefined
  const authority = AUTHORITY.lastIndex
  const end = endOfUrl(text, authority)
  return end > authority ? { ...of, end, authority } : undefined
}

function isSchemeUnit(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return (code >= 97 && code <= 122) || code === STAR || code === 43
}

const WWW = atomSet('webCue')
const SMALL_WORDS = atomSet('everydayEnding', 'everydayName')
const DOT_WORDS = atomSet('dotWord')
const MAX_PARTS = 5

/** `www example com`, `www. example .com`: behind `www` the dots may be missing or stand apart. */
export function looseHosts(text: string, atoms: AtomHits): readonly Span[] {
  const found: Span[] = []
  for (let hit = 0; hit < atoms.count; hit += 1) {
    if (WWW[atoms.atoms[hit] ?? 0] !== 1) continue
    const [start, from] = [atoms.starts[hit] ?? 0, atoms.ends[hit] ?? 0]
    const end = start < (found.at(-1)?.end ?? 0) ? from : endOfLoose(text, atoms, from)
    if (end > from) found.push({ start, end: endOfPath(text, end) })
  }
  return found
}

function endOfLoose(text: string, atoms: AtomHits, from: number): number {
  let end = from
  let at = from
  for (let part = 0; part < MAX_PARTS; part += 1) {
    const start = behindDot(text, atoms, at)
    const next = labelEnd(text, start)
    if (start === at || next === start) break
    const isEnd = part > 0 && isEnding(text.slice(start, next))
    if (isEnd && endOfAtomAt(atoms, SMALL_WORDS, start) !== next) end = next
    else if (end > from) break
    at = next
  }
  return end
}

/** Behind what stands for a dot: blanks, a dot, a comma or a word. */
function behindDot(text: string, atoms: AtomHits, from: number): number {
  let at = behindGap(text, from)
  const word = endOfAtomAt(atoms, DOT_WORDS, at)
  if (word > at) return behindGap(text, word)
  if ('.,'.includes(text.charAt(at) || ' ')) at += 1
  return behindGap(text, at)
}

const OPEN_SCHEMES: ReadonlySet<string> = new Set(['http', 'https', 'hxxp', 'hxxps', 'ws', 'wss'])
const MAX_USER = 200

/** Whether a link is a way into a machine, with name and password before its host: `postgres://tom:secret@db`. */
export function holdsPassword(text: string, { scheme, authority, end }: SchemeUrl): boolean {
  if (OPEN_SCHEMES.has(scheme)) return false
  const user = text.slice(authority, Math.min(end, authority + MAX_USER))
  return /^[^\s/@:]{0,80}:[^\s/@]{1,110}@/u.test(user)
}
