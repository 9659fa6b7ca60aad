import { oneLine, truncate } from '../../base/text.ts'
import type { PolicyPack } from '../../model/policy-pack.ts'
import { rawText } from '../../model/text.ts'
import type { SafeText } from '../../model/text.ts'
import { SENSITIVE_KINDS } from '../../model/redaction.ts'
import { redact } from '../redact/redact.ts'
import { plainText } from './plain-text.ts'

/** Most UTF-16 units of a buyer's text that a reply quotes; the rest is cut with an ellipsis. */
export const QUOTE_MAX_CHARACTERS = 2_000

/** Most UTF-16 units of the subject of a reply. */
export const SUBJECT_MAX_CHARACTERS = 500

/** What is quoted of a message without words, such as a photo alone: a reply must show that it answers something. */
const NO_WORDS = '[…]'

interface QuoteContext {
  readonly pack: PolicyPack
}

/**
 * The buyer's redacted text as it is quoted below the answer: links are pills too, since the reply may not hold one, and
 * nothing in it turns the reading direction. Never empty; safe to call again on its own result.
 */
export function quoteText(text: SafeText, context: QuoteContext): SafeText {
  const whole = withoutValues(plainText(text), context)
  return whole.trim() === '' ? withoutValues(NO_WORDS, context) : cut(whole, QUOTE_MAX_CHARACTERS, context)
}

/** The subject of an answer to a buyer's subject: one line, `Re:` once, links as pills. Safe to call on its own result. */
export function quoteSubject(subject: SafeText, context: QuoteContext): SafeText {
  const words = oneLine(plainText(subject))
  const answer = /^re:/iu.test(words) ? words : `Re: ${words}`.trim()
  return cut(withoutValues(answer, context), SUBJECT_MAX_CHARACTERS, context)
}

/** A cut can end a longer number so that its rest looks like another value: looked at once more. */
function cut(text: SafeText, limit: number, context: QuoteContext): SafeText {
  return text.length <= limit ? text : withoutValues(truncate(text, limit), context)
}

function withoutValues(text: string, context: QuoteContext): SafeText {
  return redact(rawText(text), { ...context, kinds: SENSITIVE_KINDS }).text
}
