import type { ConversationPlace } from '../api/conversations.ts'
import { secondsLeft } from '../clock/span-words.ts'
import type { LastMarked } from '../conversation/no-response/last-marked.ts'
import { lastMarked } from '../conversation/no-response/last-marked.ts'
import type { QueuedReply } from '../reply/last-queued.ts'
import { lastQueued } from '../reply/last-queued.ts'

/** What can be taken back, and where it was done. */
export type LastAction =
  | { readonly kind: 'reply'; readonly place: ConversationPlace; readonly queued: QueuedReply }
  | { readonly kind: 'mark'; readonly place: ConversationPlace; readonly marked: LastMarked }

/** The newest thing done in this tab that can still be taken back at an instant; undefined when there is none. */
export function lastAction(now: Date): LastAction | undefined {
  const queued = lastQueued.get()
  const marked = lastMarked.get()
  const isQueued = queued !== undefined && secondsLeft(new Date(queued.reply.notBefore), now) > 0
  const isMarked = marked !== undefined && secondsLeft(marked.endsAt, now) > 0
  if (isMarked && !(isQueued && new Date(queued.reply.createdAt) > marked.markedAt)) {
    const { accountId, conversationId } = marked.read
    return { kind: 'mark', place: { accountId, conversationId }, marked }
  }
  return isQueued ? { kind: 'reply', place: queued.place, queued } : undefined
}
