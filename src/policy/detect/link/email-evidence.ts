import { atomSet, isExactly, standsBefore } from '../atom/look-up.ts'
import type { Scan } from '../scan.ts'
import { isPlain } from './chain.ts'
import { isProvider, isSureProvider } from './domains.ts'
import { endAt, labelText, lastEnding, startAt } from './email-parts.ts'
import type { EmailParts } from './email-parts.ts'
import { hasLetter, looksLikeName } from './label.ts'

const EMAIL_CUES = atomSet('emailCue', 'emailNoun')
const NOT_A_LOCAL = atomSet('notALocal')
/** How far a word that announces an address may stand before it. */
const CUE_REACH = 48
const HOST = /^[a-z][a-z0-9-]{2,}$/u

/**
 * Whether an at that is a word or stands apart joins an address: `look at amazon.de` is none, nor is French `et`, so more
 * must say that one is meant.
 */
export function isMeant(scan: Scan, parts: EmailParts): boolean {
  const { text } = scan.folded
  const { chain, sign, first, at } = parts
  const host = labelText(text, chain, at + 1)
  const hasHost = isProvider(host) || lastEnding(text, parts) !== undefined
  switch (sign.writing) {
    case 'sign':
      return hasHost && hasLetter(text, startAt(chain, first), endAt(chain, at))
    case 'bracketed':
      return hasHost || (HOST.test(host) && chain.joins.some(({ kind }) => kind === 'dot'))
    case 'dashed':
      return isProvider(host) || (hasHost && chain.joins[at + 1]?.writing === 'dashed')
    case 'word':
      return hasHost && isWordMeant(scan, parts)
  }
}

/** A host whose dots are words too, a made-up name before the at, or a word for mail: one of them must be there. */
function isWordMeant(scan: Scan, parts: EmailParts): boolean {
  const { text } = scan.folded
  const { chain, sign, first, at, last } = parts
  const hasEnding = lastEnding(text, parts) !== undefined
  if (hasEnding && (!isPlain(chain, at + 1, last) || last - at > 3)) return true
  const local = { start: startAt(chain, at), end: endAt(chain, at) }
  if (first < at || looksLikeName(text, local.start, local.end)) return true
  if (isExactly(scan.atoms, NOT_A_LOCAL, local)) return false
  if (standsBefore(scan.atoms, EMAIL_CUES, { at: local.start, reach: CUE_REACH })) return true
  return isSureProvider(labelText(text, chain, at + 1)) && text.slice(sign.start, sign.end) !== 'et'
}
