import type { Span } from '../../model/finding.ts'
import type { SensitiveKind } from '../../model/redaction.ts'
import { addressTokens } from './address-token.ts'
import { findCards } from './card.ts'
import { findCredentials } from './credential.ts'
import { settleOverlaps } from './detection.ts'
import type { Detection } from './detection.ts'
import { digitRuns, joined } from './digit-run.ts'
import type { DigitGroup, DigitRun } from './digit-run.ts'
import { findEmails } from './email.ts'
import { foldText, unfold } from './fold.ts'
import type { FoldedText } from './fold.ts'
import { findIbans } from './iban.ts'
import { findPhone } from './phone.ts'
import { shieldTradeIds } from './trade-ids.ts'
import { findUrls } from './url.ts'
import type { Original } from './url.ts'

/** The kinds this version finds; the others of `SENSITIVE_KINDS` are never reported. */
export const DETECTED_KINDS = [
  'CARD',
  'IBAN',
  'CREDENTIAL',
  'EMAIL',
  'PHONE',
  'URL',
] as const satisfies readonly SensitiveKind[]

/**
 * Finds sensitive values in a text of any language and script: sorted, not overlapping, on character borders. Pills are
 * never found again. Linear in the length of the text, never throws. `kinds` narrows what is looked for.
 */
export function detect(text: string, kinds: readonly SensitiveKind[] = DETECTED_KINDS): readonly Detection[] {
  const folded = foldText(text)
  const wanted = new Set(kinds)
  const found = [
    ...named('IBAN', wanted, () => findIbans(folded.text)),
    ...named('CREDENTIAL', wanted, () => findCredentials(folded.text)),
    ...numbers(folded, wanted),
    ...addresses(text, folded, wanted),
  ]
  return settleOverlaps(found.map(({ kind, ...span }) => ({ kind, ...unfold(folded, span) })))
}

function named(
  kind: SensitiveKind,
  wanted: ReadonlySet<SensitiveKind>,
  find: () => readonly Span[],
): readonly Detection[] {
  return wanted.has(kind) ? find().map((span) => ({ kind, ...span })) : []
}

function numbers(folded: FoldedText, wanted: ReadonlySet<SensitiveKind>): readonly Detection[] {
  if (!wanted.has('CARD') && !wanted.has('PHONE')) return []
  const found: Detection[] = []
  const shield = /\d/u.test(folded.text) ? shieldTradeIds(folded.text) : new Uint8Array(0)
  for (const run of digitRuns(folded.text, shield)) {
    const cards = findCards(folded.text, run)
    if (wanted.has('CARD')) for (const span of cards) found.push({ kind: 'CARD', ...span })
    if (!wanted.has('PHONE')) continue
    for (const rest of without(run, cards)) {
      const phone = findPhone(folded.text, rest)
      if (phone !== undefined) found.push({ kind: 'PHONE', ...phone })
    }
  }
  return found
}

/** What is left of a run beside its cards. */
function without(run: DigitRun, cards: readonly Span[]): readonly DigitRun[] {
  if (cards.length === 0) return [run]
  const runs: DigitRun[] = []
  let groups: DigitGroup[] = []
  let next = 0
  for (const group of run.groups) {
    while (next < cards.length && group.start >= (cards[next]?.end ?? 0)) next += 1
    const isTaken = next < cards.length && group.start >= (cards[next]?.start ?? 0)
    if (!isTaken) groups.push(group)
    else if (groups.length > 0) {
      runs.push(restOf(run, groups))
      groups = []
    }
  }
  return groups.length > 0 ? [...runs, restOf(run, groups)] : runs
}

function restOf(run: DigitRun, groups: readonly DigitGroup[]): DigitRun {
  const isHead = groups[0] === run.groups[0]
  return {
    start: isHead ? run.start : (groups[0]?.start ?? run.start),
    groups,
    digits: joined(groups),
    isInternational: isHead && run.isInternational,
  }
}

function addresses(text: string, folded: FoldedText, wanted: ReadonlySet<SensitiveKind>): readonly Detection[] {
  if (!wanted.has('EMAIL') && !wanted.has('URL')) return []
  const tokens = addressTokens(folded.text)
  const original: Original = (at) => {
    const { start, end } = unfold(folded, { start: at, end: at + 1 })
    return text.slice(start, end)
  }
  return [
    ...named('EMAIL', wanted, () => findEmails(folded.text, tokens)),
    ...named('URL', wanted, () => findUrls(folded.text, tokens, original)),
  ]
}
