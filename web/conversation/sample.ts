import type { Message } from '../api/conversations.ts'
import type { Reply } from '../api/replies.ts'

/* What tests of pages begin with. */

/** A buyer's verified message, and what of it is to be other. */
export function sampleMessage(id: string, more: Partial<Message> = {}): Message {
  return {
    id,
    direction: 'in',
    kind: 'buyer',
    at: '2026-11-24T10:00:00.000Z',
    text: 'Hello',
    redactions: [],
    authenticity: 'verified',
    replyId: null,
    topic: null,
    facts: {},
    isWhole: false,
    isHistory: false,
    attachments: [],
    noResponse: null,
    noResponseUrl: null,
    ...more,
  }
}

/** A reply that can still be taken back, and what of it is to be other. */
export function sampleReply(id: string, more: Partial<Reply> = {}): Reply {
  const at = '2026-11-24T11:00:00.000Z'
  return {
    id,
    conversationId: '1',
    state: 'queued',
    reason: null,
    text: 'Hi',
    createdAt: at,
    notBefore: at,
    changedAt: at,
    sentAt: null,
    attempt: 0,
    isAcknowledgement: false,
    filed: null,
    copyMissingAt: null,
    ...more,
  }
}
