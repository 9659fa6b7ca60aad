import { after, DAY_MS } from '../../base/clock.ts'
import type { PolicyPack } from '../../model/policy-pack.ts'

/** What is known of an order's end. */
export interface KeptConversation {
  /** The latest estimated delivery; undefined while no report told of it. */
  readonly latestDeliveryAt: Date | undefined
  readonly lastMessageAt: Date
}

/** When what a conversation holds is due to be destroyed. */
export interface RetentionClock {
  /** Name, address and attachments of the buyer. */
  readonly personDueAt: Date
  /** The redacted text, which a claim may still need. */
  readonly textDueAt: Date
}

/**
 * Where no delivery is known it is taken to come within so many days of the last message: a parcel that nobody asked after
 * for a month has arrived. Our own number; too long keeps a name for longer than is needed, too short loses a defence.
 */
const UNKNOWN_DELIVERY_DAYS = 30

/** Until when names and text are kept, in days of 24 hours from the delivery. A later message never shortens it. */
export function retentionClock(kept: KeptConversation, { limits }: Pick<PolicyPack, 'limits'>): RetentionClock {
  const deliveredAt = kept.latestDeliveryAt ?? after(kept.lastMessageAt, UNKNOWN_DELIVERY_DAYS * DAY_MS)
  return {
    personDueAt: after(deliveredAt, limits.personKeptDays.value * DAY_MS),
    textDueAt: after(deliveredAt, limits.textKeptDays.value * DAY_MS),
  }
}
