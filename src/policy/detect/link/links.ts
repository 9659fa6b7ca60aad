import type { Detection } from '../detection.ts'
import { unfold } from '../fold/fold.ts'
import type { Scan } from '../scan.ts'
import { addressTokens } from './address-token.ts'
import { findEmails } from './email.ts'
import { findUrls } from './url.ts'
import type { Original } from './url.ts'

/** E-mail addresses, links and handles: whatever is made of labels and signs. Spans are of the folded text. */
export function findLinks({ original, folded }: Scan): readonly Detection[] {
  const tokens = addressTokens(folded.text)
  const written: Original = (at) => {
    const { start, end } = unfold(folded, { start: at, end: at + 1 })
    return original.slice(start, end)
  }
  const found: Detection[] = []
  for (const { start, end } of findEmails(folded.text, tokens)) found.push({ kind: 'EMAIL', start, end })
  for (const { start, end } of findUrls(folded.text, tokens, written)) found.push({ kind: 'URL', start, end })
  return found
}
