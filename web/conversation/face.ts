import type { ConversationRow } from '../api/conversations.ts'

/** What people call a conversation. */
export interface Face {
  readonly buyer: string
  readonly subject: string
}

/**
 * The words of a conversation. Its person part is erased after a while and has no words of its own then. Amazon's
 * subjects end in the order number, which stands beside them anyway.
 */
export function faceOf(row: Pick<ConversationRow, 'buyerName' | 'subject' | 'orderId' | 'isDamaged'>): Face {
  if (row.isDamaged)
    return { buyer: 'Cannot be opened', subject: 'It was changed outside the desk; tell whoever runs it' }
  const subject = row.orderId === null ? row.subject : withoutOrder(row.subject, row.orderId)
  return { buyer: row.buyerName === '' ? 'Buyer' : row.buyerName, subject: subject === '' ? 'No subject' : subject }
}

function withoutOrder(subject: string, orderId: string): string {
  const brackets = [...subject.matchAll(/\s*[(（][^()（）]*[)）]/gu)].find((match) => match[0].includes(orderId))
  return brackets === undefined ? subject : subject.replace(brackets[0], '').trim()
}
