import type { Conversation, Message } from '../api/conversations.ts'
import type { Reply } from '../api/replies.ts'

/** What the thread shows: a message, with the reply it is the text of, or a reply that is no message (yet). */
export type TimelineEntry =
  | { readonly kind: 'message'; readonly at: string; readonly message: Message; readonly reply: Reply | undefined }
  | { readonly kind: 'reply'; readonly at: string; readonly reply: Reply }

/** Everything of a conversation, oldest first, each reply once. Replies taken back are left out: their text is in the editor. */
export function timeline(conversation: Pick<Conversation, 'messages' | 'replies'>): readonly TimelineEntry[] {
  const replies = new Map(conversation.replies.map((reply) => [reply.id, reply]))
  const entries: TimelineEntry[] = []
  for (const message of conversation.messages) {
    const reply = message.replyId === null ? undefined : replies.get(message.replyId)
    const isOwnWords = message.direction === 'out'
    if (isOwnWords && reply) replies.delete(reply.id)
    entries.push({ kind: 'message', at: message.at, message, reply: isOwnWords ? reply : undefined })
  }
  for (const reply of replies.values()) {
    if (reply.state !== 'undone') entries.push({ kind: 'reply', at: reply.createdAt, reply })
  }
  return entries.sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
}

/** The newest buyer message; the one a reply would answer. */
export function newestBuyerMessage(messages: readonly Message[]): Message | undefined {
  return messages.findLast((message) => message.kind === 'buyer')
}
