import { ORDER_ID } from '../../model/order.ts'
import type { MessageParts } from './message-parts.ts'

/** How the order line of a mail without markers begins, such as Amazon's customer service sends. */
const ORDER_LINE = /^(?:# ?|Order ?(?:ID|#):? ?|Ordine #: ?)(\d{3}-\d{7}-\d{7})\b/mu

/**
 * The order a mail is about: from its subject, else from the template's own lines. An order id inside the writer's text
 * does not count, since it may be that of another order.
 */
export function orderIdOf(subject: string, parts: MessageParts): string | undefined {
  return ORDER_ID.exec(subject)?.[0] ?? ORDER_ID.exec(parts.preamble)?.[0] ?? orderLine(parts)
}

function orderLine(parts: MessageParts): string | undefined {
  return parts.footer === undefined ? ORDER_LINE.exec(parts.text)?.[1] : undefined
}
