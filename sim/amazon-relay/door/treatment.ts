import type { Desk } from '../desk.ts'
import type { Mode } from '../mode.ts'
import { findUnsafe, type Unsafe } from './guidelines.ts'
import type { IncomingReply } from './read-reply.ts'

/** Why a reply that was taken never reached its buyer. */
export type RefusalReason = 'unsafe' | 'guidelines' | 'opt-out' | 'bounce' | 'unapproved-sender'

/** What the relay does with a reply: an SMTP answer, a delivery, or a 250 that is followed by bad news. */
export type Treatment =
  | { readonly kind: 'smtp-refusal'; readonly code: number; readonly response: string }
  | { readonly kind: 'deliver' }
  | { readonly kind: 'refuse'; readonly reason: RefusalReason; readonly found: readonly Unsafe[] }

export const UNAPPROVED = { kind: 'smtp-refusal', code: 550, response: '5.7.1 sender not authorized' } as const

/** Whether Amazon takes replies from this address. */
export function isApproved(address: string, desk: Desk): boolean {
  return desk.approvedSenders.some((sender) => sender.toLowerCase() === address.toLowerCase())
}

/** Decides in Amazon's order: its own state first, then the sender, then the buyer's mailbox, then what is written. */
export function treatReply(reply: IncomingReply, mode: Mode, desk: Desk): Treatment {
  if (mode.answers === 'temporary-failure')
    return { kind: 'smtp-refusal', code: 451, response: '4.3.0 temporarily unavailable, try again later' }
  if (mode.answers === 'reject') return { kind: 'smtp-refusal', code: 554, response: '5.7.1 message refused' }
  if (!isApproved(reply.envelopeFrom, desk) || !isApproved(reply.from, desk)) {
    return mode.unapproved === 'reject' ? UNAPPROVED : refuse('unapproved-sender')
  }
  if (mode.answers !== 'deliver') return refuse(mode.answers)
  const found = findUnsafe([reply.subject, reply.text, reply.html].join('\n'))
  return found.length > 0 ? refuse('unsafe', found) : { kind: 'deliver' }
}

function refuse(reason: RefusalReason, found: readonly Unsafe[] = []): Treatment {
  return { kind: 'refuse', reason, found }
}
