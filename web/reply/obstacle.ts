import { isOpenReply } from '../../src/model/reply.ts'
import type { Conversation } from '../api/conversations.ts'
import { newestBuyerMessage } from '../conversation/timeline.ts'
import type { Judged } from './verdict-words.ts'
import { verdictWords } from './verdict-words.ts'

/** What keeps a reply from being sent now, the most telling first. */
export type Obstacle = 'reply-open' | 'no-sender' | 'empty' | 'blocked' | 'unread'

/** The obstacle in the way, if there is one. `readMessageId` is the newest buyer message the person has seen. */
export function obstacle(
  conversation: Pick<Conversation, 'messages' | 'replies' | 'sender'>,
  written: { readonly judged: Judged; readonly readMessageId: string | undefined },
): Obstacle | undefined {
  if (conversation.replies.some((reply) => isOpenReply(reply.state))) return 'reply-open'
  if (conversation.sender === null) return 'no-sender'
  const { tone } = verdictWords(written.judged)
  if (tone === 'empty' || tone === 'blocked') return tone
  return newestBuyerMessage(conversation.messages)?.id === written.readMessageId ? undefined : 'unread'
}
