import type { DeliveryOutcome } from '../../channel/mail/smtp-out.ts'
import type { EventCode } from '../../model/evidence-leaf.ts'
import type { Reply, ReplyState } from '../../model/reply.ts'

/**
 * What one attempt came to. `not-composed`: the bytes would not say what was cleared. `not-begun`: the process stood still
 * for too long before it spoke to the server. Nothing was sent in both.
 */
export type Attempt = DeliveryOutcome | { readonly kind: 'not-composed' | 'not-begun' }

/** Where an attempt takes a reply, and how the log calls that. */
export interface NextState {
  readonly to: ReplyState
  readonly event: EventCode
  readonly reason: string
}

/**
 * Where the end of an attempt takes a reply from the state it is in by then; undefined: it stays. What the server said
 * for certain corrects what a sweep did not know and what a person supposed meanwhile, and never what Amazon said.
 */
export function nextState(reply: Pick<Reply, 'state' | 'reason'>, outcome: Attempt): NextState | undefined {
  if (reply.state === 'sending') return usual(outcome)
  if (outcome.kind === 'unknown') return undefined
  const isSupposed = reply.reason === 'person-decided'
  if (outcome.kind === 'accepted')
    return reply.state === 'unknown' || (reply.state === 'failed' && isSupposed) ? usual(outcome) : undefined
  const { reason } = usual(outcome)
  // Nothing left. It is not tried again by itself either: a person may have turned to it.
  if (reply.state === 'unknown') return { to: 'failed', event: 'reply.failed', reason }
  if (reply.state === 'sent' && isSupposed) return { to: 'bounced', event: 'reply.bounced', reason }
  return undefined
}

function usual(outcome: Attempt): NextState {
  switch (outcome.kind) {
    case 'not-composed':
      return { to: 'held', event: 'reply.held', reason: 'compose-differs' }
    case 'not-begun':
      return { to: 'queued', event: 'reply.retried', reason: 'not-begun' }
    case 'accepted':
      return { to: 'sent', event: 'reply.sent', reason: `smtp-${outcome.code}` }
    case 'try-later':
      return { to: 'queued', event: 'reply.retried', reason: `smtp-${outcome.code ?? 'unreachable'}` }
    case 'rejected':
      return { to: 'failed', event: 'reply.failed', reason: `smtp-${outcome.code}` }
    case 'unknown':
      return { to: 'unknown', event: 'reply.unknown', reason: 'connection-lost' }
  }
}
