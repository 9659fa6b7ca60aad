import { isOpenReply } from '../../src/model/reply.ts'
import type { Conversation } from '../api/conversations.ts'
import { newestBuyerMessage } from '../conversation/timeline.ts'
import type { KnownNotice } from './reply-desk.ts'

type Said = Pick<Conversation, 'messages' | 'replies'>

/** What to say of a reply that the desk did not take because something came in between, the most telling first. */
export function refusalNotice(before: Said, now: Said | undefined): KnownNotice {
  if (!now) return 'changed'
  if (hasNewAnswer(before, now)) return 'answered'
  if (newestBuyerMessage(before.messages)?.id !== newestBuyerMessage(now.messages)?.id) return 'unread'
  return now.replies.some(({ state }) => isOpenReply(state)) ? 'reply-open' : 'changed'
}

/** Ours through another window or a colleague's, or one that was written in Seller Central. */
function hasNewAnswer(before: Said, now: Said): boolean {
  const known = new Set([...before.replies, ...before.messages].map(({ id }) => id))
  const replies = now.replies.filter(({ state }) => state !== 'undone')
  const answers = [...replies, ...now.messages.filter(({ kind }) => kind === 'copy')]
  return answers.some(({ id }) => !known.has(id))
}
