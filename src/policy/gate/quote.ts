import { truncate } from '../../base/text.ts'
import type { PolicyPack } from '../../model/policy-pack.ts'
import { rawText } from '../../model/text.ts'
import type { SafeText } from '../../model/text.ts'
import { DETECTED_KINDS } from '../detect/detect.ts'
import { redact } from '../redact/redact.ts'

/** Most UTF-16 units of a buyer's text that a reply quotes; the rest is cut with an ellipsis. */
export const QUOTE_MAX_CHARACTERS = 2_000

/** What is quoted of a message without words, such as a photo alone: a reply must show that it answers something. */
const NO_WORDS = '[…]'

/**
 * The buyer's redacted text as it is quoted below the answer: links are pills too, since the reply may not hold one.
 * Never empty; safe to call again on its own result.
 */
export function quoteText(text: SafeText, context: { readonly pack: PolicyPack }): SafeText {
  const kinds = DETECTED_KINDS
  const whole = redact(rawText(text), { ...context, kinds }).text
  const words = whole.trim() === '' ? NO_WORDS : truncate(whole, QUOTE_MAX_CHARACTERS)
  return redact(rawText(words), { ...context, kinds }).text
}
