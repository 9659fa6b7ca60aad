import type { Actor } from '../model/actor.ts'
import type { AccountId, ReplyId } from '../model/ids.ts'
import type { OwnText } from '../model/text.ts'
import { openOwnBody } from '../seal/sealed-body.ts'
import { announce } from '../store/change.ts'
import { lockConversation } from '../store/conversation.ts'
import { findReply, moveReply, type ReplyRow } from '../store/outbox.ts'
import { type Denied, inAccount, MISSING } from './in-account.ts'
import type { DeskParts } from './parts.ts'
import { replyPlace } from './places.ts'
import { reckonClock } from './reckon-clock.ts'
import { record } from './record.ts'
import { restoreDraft } from './save-draft.ts'

/** `too-late`: it is already on its way, or gone. */
export type UndoReplyOutcome =
  | { readonly ok: true; readonly reply: ReplyRow; readonly text: OwnText }
  | { readonly ok: false; readonly reason: 'too-late' }
  | Denied

/** Takes a queued reply back; its text becomes the person's draft again. */
export async function undoReply(
  parts: DeskParts,
  actor: Actor,
  wish: { readonly accountId: AccountId; readonly replyId: ReplyId },
): Promise<UndoReplyOutcome> {
  const right = { accountId: wish.accountId, permission: 'reply:send' } as const
  return inAccount(parts, actor, right, async (step): Promise<UndoReplyOutcome> => {
    const { tx, scope, now } = step
    const known = await findReply(tx, scope, wish.replyId)
    if (!known) return MISSING
    const { conversationId } = known
    await lockConversation(tx, scope, conversationId)
    const moved = await moveReply(tx, scope, { id: known.id, from: 'queued', to: 'undone', at: now })
    if (!moved) return { ok: false, reason: 'too-late' }
    const keys = await step.vault.livingKeys(conversationId)
    const text = openOwnBody(keys.text, replyPlace(scope.accountId, conversationId, known.id), known.body)
    await restoreDraft(step, conversationId, text)
    await record(step, { event: 'reply.undone', object: `reply:${known.id}`, conversationId })
    await reckonClock(step, conversationId)
    await announce(tx, scope, { type: 'reply', id: known.id, conversationId })
    return { ok: true, reply: { ...known, state: 'undone', changedAt: now }, text }
  })
}
