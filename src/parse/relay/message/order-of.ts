import { orderIdIn, orderIdOfSubject } from '../fact/order-id.ts'
import type { MessageParts } from './message-parts.ts'

/**
 * The order a mail is about: from its subject, else from the template above the writer's text. An order id inside that
 * text does not count, since it may be that of another order.
 */
export function orderIdOf(subject: string, parts: MessageParts): string | undefined {
  return orderIdOfSubject(subject) ?? orderIdIn(parts.preamble)
}
