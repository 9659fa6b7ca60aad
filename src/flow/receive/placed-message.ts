import type { MessageId } from '../../model/ids.ts'
import type { IncomingMessage } from './incoming-message.ts'
import type { Thread } from './thread-book.ts'

/** A message with the thread it joined and the id it got. */
export interface PlacedMessage {
  readonly id: MessageId
  readonly message: IncomingMessage
  readonly thread: Thread
}
