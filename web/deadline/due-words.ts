import type { Due } from '../api/deadlines.ts'
import { spanWords } from '../clock/span-words.ts'
import { DEADLINE_WORDS } from '../conversation/deadline/deadline-words.ts'

/** What runs, as people call it. */
const KIND_WORDS = {
  ...DEADLINE_WORDS,
  answer: 'Answer the buyer',
  'claim-risk': 'Answer before the buyer can open a claim',
  undo: 'A reply waits to leave',
} as const satisfies Record<Due['kind'], string>

/** How a clock stands, in a word. */
const STATE_WORDS = { running: 'In time', near: 'Soon', late: 'Late' } as const satisfies Record<Due['state'], string>

/** A running clock as people read it. */
export interface DueWords {
  readonly what: string
  readonly state: string
  /** "2 h 10 min left", "5 h late". */
  readonly left: string
}

/** Words for a running clock at an instant. The state is the desk's. */
export function dueWords({ kind, state, dueAt }: Pick<Due, 'kind' | 'state' | 'dueAt'>, now: Date): DueWords {
  const leftMs = Date.parse(dueAt) - now.getTime()
  return {
    what: KIND_WORDS[kind],
    state: STATE_WORDS[state],
    left: leftMs > 0 ? `${spanWords(leftMs)} left` : `${spanWords(-leftMs)} over`,
  }
}
