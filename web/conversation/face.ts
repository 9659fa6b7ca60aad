import type { ConversationRow } from '../api/conversations.ts'

/** What people call a conversation. The person part of it is erased after a while, and then has no words of its own. */
export interface Face {
  readonly buyer: string
  readonly subject: string
}

export function faceOf(row: Pick<ConversationRow, 'buyerName' | 'subject'>): Face {
  return {
    buyer: row.buyerName === '' ? 'Buyer' : row.buyerName,
    subject: row.subject === '' ? 'No subject' : row.subject,
  }
}
