import type { Span } from '../../../model/finding.ts'
import type { IntentKind } from '../../../model/intent.ts'

/** What a sentence tries to do and where the words of it stand, in the folded text. */
export interface Intent extends Span {
  readonly kind: IntentKind
}
