import type { Actor } from '../model/actor.ts'
import type { AccountId, ReplyId } from '../model/ids.ts'
import { announce } from '../store/change.ts'
import { lockConversation } from '../store/conversation.ts'
import { findReply, moveReply, type ReplyRow } from '../store/outbox.ts'
import { type Denied, inAccount, MISSING } from './in-account.ts'
import type { DeskParts } from './parts.ts'
import { reckonClock } from './reckon-clock.ts'
import { record } from './record.ts'
import { storeSentMessage } from './store-sent-message.ts'

/** `not-unknown`: there is nothing to decide, the desk knows where it is. */
export type ResolveReplyOutcome =
  | { readonly ok: true; readonly reply: ReplyRow }
  | { readonly ok: false; readonly reason: 'not-unknown' }
  | Denied

/** A person, who looked into Seller Central, says whether a reply of which nobody can tell has reached Amazon. */
export async function resolveReply(
  parts: DeskParts,
  actor: Actor,
  wish: { readonly accountId: AccountId; readonly replyId: ReplyId; readonly wasSent: boolean },
): Promise<ResolveReplyOutcome> {
  const right = { accountId: wish.accountId, permission: 'reply:resolve' } as const
  return inAccount(parts, actor, right, async (step): Promise<ResolveReplyOutcome> => {
    const { tx, scope, now } = step
    const known = await findReply(tx, scope, wish.replyId)
    if (!known) return MISSING
    await lockConversation(tx, scope, known.conversationId)
    const to = wish.wasSent ? 'sent' : 'failed'
    const moved = await moveReply(tx, scope, { id: known.id, from: 'unknown', to, at: now, reason: 'person-decided' })
    if (!moved) return { ok: false, reason: 'not-unknown' }
    const { conversationId } = known
    await record(step, { event: 'reply.resolved', object: `reply:${known.id}`, conversationId, codes: [to] })
    // It had left when it became unknown, and when exactly nobody heard.
    if (wish.wasSent) await storeSentMessage(step, known, known.changedAt)
    await reckonClock(step, conversationId)
    await announce(tx, scope, { type: 'reply', id: known.id, conversationId })
    return { ok: true, reply: (await findReply(tx, scope, known.id)) ?? known }
  })
}
