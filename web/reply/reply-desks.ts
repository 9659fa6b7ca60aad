import type { Conversation, ConversationPlace } from '../api/conversations.ts'
import { saveDraft } from '../api/drafts.ts'
import { newestBuyerMessage } from '../conversation/timeline.ts'
import { packOf } from './account-rules.ts'
import { DraftChain, NO_DRAFT } from './draft-chain.ts'
import { judge } from './judge.ts'
import { keepDesk, openedDesk } from './open-desks.ts'
import { ReplyDesk } from './reply-desk.ts'

/** The reply desk of a conversation: the same one each time, begun with the draft the desk holds. */
export function replyDeskOf(place: ConversationPlace, conversation: Conversation): ReplyDesk {
  const key = `${place.accountId}/${place.conversationId}`
  const known = openedDesk(key)
  if (known) return known
  const { draft, orderId } = conversation
  const desk = new ReplyDesk({
    key,
    chain: new DraftChain({ save: (saved) => saveDraft(place, saved), later }, draft ?? NO_DRAFT),
    judge: (text) => judge(text, { pack: packOf(place.accountId), orderId: orderId ?? undefined }),
    later,
  })
  desk.readMessageId.set(newestBuyerMessage(conversation.messages)?.id)
  return keepDesk(desk)
}

/** Takes in what changed on the desk. What is being written here stays; what was saved elsewhere shows only over nothing. */
export function meetConversation(desk: ReplyDesk, conversation: Conversation): void {
  if (desk.text.trim() === '') desk.readMessageId.set(newestBuyerMessage(conversation.messages)?.id)
  const found = conversation.draft
  const { chain } = desk
  const isResting = chain.state.get().kind === 'saved' || chain.state.get().kind === 'empty'
  if (!found || chain.isDirty || !isResting || found.changedAt <= chain.stored.changedAt) return
  desk.adopt(found)
}

function later(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}
