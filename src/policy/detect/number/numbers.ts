import type { Span } from '../../../model/finding.ts'
import type { SensitiveKind } from '../../../model/redaction.ts'
import type { Detection } from '../detection.ts'
import type { Scan } from '../scan.ts'
import { findCards } from './card.ts'
import { digitRuns, joined } from './digit-run.ts'
import type { DigitGroup, DigitRun } from './digit-run.ts'
import { findIbans } from './iban.ts'
import { findPhone } from './phone.ts'

/** Cards, accounts, national ids and phones: whatever is made of digits. Spans are of the folded text. */
export function findNumbers({ folded, shield }: Scan): readonly Detection[] {
  const found: Detection[] = []
  for (const span of findIbans(folded.text)) found.push({ kind: 'IBAN', ...span })
  for (const run of digitRuns(folded.text, shield)) {
    const cards = findCards(folded.text, run)
    add(found, 'CARD', cards)
    for (const rest of without(run, cards)) {
      const phone = findPhone(folded.text, rest)
      if (phone !== undefined) add(found, 'PHONE', [phone])
    }
  }
  return found
}

function add(found: Detection[], kind: SensitiveKind, spans: readonly Span[]): void {
  for (const { start, end } of spans) found.push({ kind, start, end })
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
