import type { NoticeKind } from '../../sim/amazon-relay/mail/mailroom.ts'
import type { Dice } from './dice.ts'
import type { Failure } from './ledger.ts'

/** What becomes of a reply, and how often of a hundred. The broken ones lose their connection, the last after the dot. */
export const FATES = {
  delivered: 66,
  bounced: 8,
  'opted-out': 6,
  refused: 6,
  rejected: 3,
  busy: 5,
  'broken-early': 1,
  'broken-untaken': 1,
  'broken-delivered': 3,
  'broken-bounced': 1,
} as const
export type Fate = keyof typeof FATES

/** What the desk is told of a reply that was taken: when each copy and each notice goes off, in seconds from then. */
export interface News {
  readonly failure: Failure | undefined
  readonly notice: NoticeKind | 'bounce'
  readonly copies: readonly number[]
  readonly notices: readonly number[]
}

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Draws the news of a reply with this fate. Some come twice. */
export function newsOf(fate: Fate, dice: Dice): News {
  const twice = (seconds: number, share: number): readonly number[] =>
    dice.percent(share) ? [seconds, seconds + dice.between(1, MINUTE)] : [seconds]
  const copies = dice.percent(60) ? twice(lateness(dice), 5) : []
  switch (fate) {
    case 'bounced':
    case 'broken-bounced': {
      const after = dice.percent(50) ? dice.between(0, 5 * MINUTE) : dice.between(HOUR, 3 * DAY)
      // Some are confirmed before they come back.
      return { failure: 'bounced', notice: 'bounce', copies: dice.percent(15) ? [0] : [], notices: twice(after, 10) }
    }
    case 'opted-out':
      // It names no reply, only the buyer: it comes before anybody can have written another.
      return { failure: 'opted-out', notice: 'opt-out', copies: [], notices: twice(dice.between(0, 5 * MINUTE), 10) }
    case 'refused':
      return { failure: 'refused', notice: 'guidelines', copies: [], notices: twice(dice.between(0, DAY), 10) }
    case 'delivered':
    case 'broken-delivered':
    case 'broken-early':
    case 'broken-untaken':
    case 'busy':
    case 'rejected':
      return { failure: undefined, notice: 'bounce', copies, notices: [] }
  }
}

/** How long a copy is on its way, in seconds: most come at once, some after days. */
export function lateness(dice: Dice): number {
  return dice.percent(80) ? dice.between(0, MINUTE) : dice.between(HOUR, 3 * DAY)
}
