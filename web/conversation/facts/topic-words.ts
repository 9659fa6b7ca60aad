import type { Message } from '../../api/conversations.ts'

type Topic = NonNullable<Message['topic']>

/** What a mail of Amazon's is about, as a heading. */
export const TOPIC_WORDS = {
  'customer-service': "Amazon's customer service for the buyer",
  'return-request': 'Return requested',
  refund: 'Refund issued',
  cancellation: 'Cancellation requested',
  'claim-opened': 'A-to-z claim opened',
  'claim-closed': 'A-to-z claim decided',
  other: 'Amazon wrote about the order',
  'opted-out': 'The buyer takes no messages from sellers',
  refused: 'Amazon refused the reply',
} as const satisfies Record<Topic, string>
