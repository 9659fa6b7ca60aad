import type { QuarantineState } from '../../src/model/quarantined-mail.ts'
import type { QuarantineDecision } from '../api/quarantine.ts'

/** How people call what became of a mail. */
export const STATE_WORDS = {
  held: 'Waits for a decision',
  releasing: 'Being read again',
  released: 'Released',
  dismissed: 'Not for us',
  phishing: 'Phishing',
} as const satisfies Record<QuarantineState, string>

/** What trying to decide has come to. */
export type DecisionOutcome =
  | { readonly kind: 'decided'; readonly decision: QuarantineDecision }
  | { readonly kind: 'changed' }
  | { readonly kind: 'failed'; readonly sentence: string }

interface OutcomeWords {
  readonly tone: 'good' | 'info' | 'warn' | 'bad'
  readonly title: string
  readonly next: string
}

const DECIDED = {
  release: {
    tone: 'info',
    title: 'It is being read again',
    next: 'It comes to the inbox with a warning, since nobody can prove who wrote it.',
  },
  dismiss: { tone: 'good', title: 'Put away', next: 'It stands under Decided, and no clock runs for it.' },
  report: {
    tone: 'warn',
    title: 'Marked as phishing',
    next: 'Report it to Amazon too, in Seller Central. Then delete it from your mailbox and open nothing in it.',
  },
} as const satisfies Record<QuarantineDecision, OutcomeWords>

/** What a person reads after they decided. */
export function outcomeWords(outcome: DecisionOutcome): OutcomeWords {
  switch (outcome.kind) {
    case 'decided':
      return DECIDED[outcome.decision]
    case 'changed':
      return { tone: 'info', title: 'Somebody decided before you', next: 'The list below is read again.' }
    case 'failed':
      return { tone: 'bad', title: 'Nothing was decided', next: outcome.sentence }
  }
}
