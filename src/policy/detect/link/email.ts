import type { Span } from '../../../model/finding.ts'
import type { Scan } from '../scan.ts'
import type { Chain } from './chain.ts'
import { startOverBreak } from './cut-address.ts'
import { isEnding, isSureProvider } from './domains.ts'
import { endOfEmail } from './email-end.ts'
import { isMeant } from './email-evidence.ts'
import { labelText, partsAround } from './email-parts.ts'
import type { EmailParts } from './email-parts.ts'

const MAX_QUOTED = 64
const QUOTE = 34

/** The mail addresses of a chain of labels, however its signs are written. Spans are of the folded text. */
export function emailsIn(scan: Scan, chain: Chain): readonly Span[] {
  const found: Span[] = []
  for (const [at, sign] of chain.joins.entries()) {
    if (sign.kind !== 'at' || sign.start < (found.at(-1)?.end ?? 0)) continue
    const span = addressOf(scan, partsAround(chain, sign, at))
    if (span !== undefined) found.push(span)
  }
  return found
}

function addressOf(scan: Scan, parts: EmailParts): Span | undefined {
  const { text } = scan.folded
  const { chain, sign, first, at } = parts
  const [begin, beside, host] = [chain.labels[first], chain.labels[at], chain.labels[at + 1]]
  if (begin === undefined || beside === undefined || host === undefined) return undefined
  if (sign.isProviderOnly && !isSureProvider(labelText(text, chain, at + 1))) return undefined
  const isTight = sign.writing === 'sign' && beside.end === sign.start && host.start === sign.end
  if (!isTight && !isMeant(scan, parts)) return undefined
  const end = endOfEmail(scan, parts, isTight)
  if (end === undefined) return undefined
  return { start: isTight && first === at ? startOverBreak(text, begin) : begin.start, end }
}

/** An address with a quoted local part, `"lena frost"@example.com`: to the chain it begins with the at. */
export function quotedEmail(text: string, chain: Chain): readonly Span[] {
  const at = chain.lead?.start
  if (at === undefined || text.charCodeAt(at - 1) !== QUOTE) return []
  const known = chain.labels.findLastIndex(({ start, end }, label) => label > 0 && isEnding(text.slice(start, end)))
  const end = chain.labels[known]?.end
  if (end === undefined) return []
  for (let start = at - 2; start >= 0 && at - start < MAX_QUOTED && !'\n@'.includes(text.charAt(start)); start -= 1)
    if (text.charCodeAt(start) === QUOTE) return [{ start, end }]
  return []
}
