import type { NoResponseReason } from '../../../src/model/no-response.ts'

interface ReasonWords {
  /** As a choice. */
  readonly choice: string
  /** After "No answer needed: ". */
  readonly because: string
}

/** Why a message needs no answer, as people say it. */
export const REASON_WORDS = {
  thanks: { choice: 'It only thanks', because: 'it only thanks' },
  'answered-elsewhere': { choice: 'It is answered elsewhere', because: 'it is answered elsewhere' },
  'no-question': { choice: 'Nothing is asked', because: 'nothing is asked' },
  unwanted: { choice: 'It is advertising or abuse', because: 'it is advertising or abuse' },
} as const satisfies Record<NoResponseReason, ReasonWords>
