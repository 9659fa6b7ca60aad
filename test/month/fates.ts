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

/** What the desk is told of a reply that was taken; mails go off so many seconds after it was. */
export interface News {
  readonly copies: readonly number[]
  /** Why it never reached its buyer, and the notices of that; undefined if it did. */
  readonly failed:
    | { readonly as: Failure; readonly notice: NoticeKind | 'bounce'; readonly notices: readonly number[] }
    | undefined
}

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Draws the news of a reply with this fate. */
export function newsOf(fate: Fate, dice: Dice): News {
  switch (fate) {
    case 'bounced':
    case 'broken-bounced': {
      const seconds = dice.percent(50) ? dice.between(0, 5 * MINUTE) : dice.between(HOUR, 3 * DAY)
      // Some are confirmed before they come back.
      const copies = dice.percent(15) ? [0] : []
      return { copies, failed: { as: 'bounced', notice: 'bounce', notices: sometimesTwice(seconds, dice) } }
    }
    case 'opted-out': {
      // It names no reply, only the buyer: it comes before anybody can have written another.
      const notices = sometimesTwice(dice.between(0, 5 * MINUTE), dice)
      return { copies: [], failed: { as: 'opted-out', notice: 'opt-out', notices } }
    }
    case 'refused': {
      const notices = sometimesTwice(dice.between(0, DAY), dice)
      return { copies: [], failed: { as: 'refused', notice: 'guidelines', notices } }
    }
    case 'delivered':
    case 'broken-delivered':
    case 'broken-early':
    case 'broken-untaken':
    case 'busy':
    case 'rejected':
      return { copies: dice.percent(60) ? sometimesTwice(lateness(dice), dice) : [], failed: undefined }
  }
}

/** How long a copy is on its way, in seconds: most come at once, some after days. */
export function lateness(dice: Dice): number {
  return dice.percent(80) ? dice.between(0, MINUTE) : dice.between(HOUR, 3 * DAY)
}

/** When a mail comes, in seconds: some are fetched a second time, up to days later. */
export function sometimesTwice(seconds: number, dice: Dice): readonly number[] {
  return dice.percent(10) ? [seconds, seconds + dice.between(1, 5 * DAY)] : [seconds]
}
