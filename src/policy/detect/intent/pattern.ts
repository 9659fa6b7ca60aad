import type { IntentKind } from '../../../model/intent.ts'
import type { Atom } from '../atom/atoms.ts'

/** One way to say what a rule forbids: a part of each group, near each other in one sentence and one language. */
export interface Pattern {
  readonly kind: IntentKind
  /** Every group must be there, by any of its atoms. */
  readonly all: readonly (readonly Atom[])[]
  /** Any of these in a clause of the parts, or between them, excuses the whole. */
  readonly unless?: readonly Atom[]
  /** Furthest from the beginning of the first part to the end of the last, in units (default 160). */
  readonly near?: number
  /** The parts must come in the order of the groups. */
  readonly isOrdered?: boolean
  /** The parts must stand in one clause: `broke at once, never again` promises nothing. */
  readonly isOneClause?: boolean
  /** Said with a negation it is just as bad (default: a negation in the same clause excuses it). */
  readonly evenNegated?: boolean
  /** Only a negation before the first part excuses it: `I promise it will not break` promises all the same. */
  readonly negatedBefore?: boolean
}
