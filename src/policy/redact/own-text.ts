import { withoutControls } from '../../base/text.ts'
import type { Finding } from '../../model/finding.ts'
import type { PolicyPack } from '../../model/policy-pack.ts'
import type { SensitiveKind } from '../../model/redaction.ts'
import type { OwnText } from '../../model/text.ts'
import { findingOf } from '../check/finding-of.ts'
import { detect } from '../detect/detect.ts'

/** The longest draft, reply or note the desk keeps, in UTF-16 units. Longer is refused with rule DESK-002. */
export const OWN_TEXT_MAX_CHARACTERS = 20_000

/** What our own people may not write down either. */
const REFUSED_KINDS: readonly SensitiveKind[] = ['CARD', 'IBAN', 'BANK', 'SSN', 'NATIONAL_ID', 'CREDENTIAL', 'HEALTH']

export type OwnTextOutcome =
  | { readonly ok: true; readonly text: OwnText }
  | { readonly ok: false; readonly findings: readonly Finding[] }

/**
 * Our own people's words, kept as written but for line ends (`\n`) and control characters. Card, bank, id,
 * login and health values are refused, and so is a text too long; the findings' spans are of the text as given. The only place that makes
 * `OwnText` of words. Safe to call again on its own result.
 */
export function ownText(text: string, context: { readonly pack: PolicyPack }): OwnTextOutcome {
  const { pack } = context
  if (text.length > OWN_TEXT_MAX_CHARACTERS)
    return { ok: false, findings: [findingOf(pack, { rule: 'DESK-002', span: { start: 0, end: text.length } })] }
  const clean = asKept(text)
  const values = detect(text, REFUSED_KINDS)
  const hidden = values.length === 0 ? detect(clean, REFUSED_KINDS) : []
  if (values.length === 0 && hidden.length === 0) return { ok: true, text: clean as OwnText } // proof: checked just above
  const spans = values.length > 0 ? values : [{ start: 0, end: text.length }]
  return {
    ok: false,
    findings: spans.map(({ start, end }) => findingOf(pack, { rule: 'OUT-085', span: { start, end } })),
  }
}

/** The form in which our people's words are kept: line ends as `\n`, no control characters, no half of a character. */
export function asKept(text: string): string {
  return withoutControls(text).toWellFormed()
}

/** No words of ours. */
export function noOwnText(): OwnText {
  return '' as OwnText // proof: empty
}
