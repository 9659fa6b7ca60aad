import type { Actor } from '../model/actor.ts'
import type { AccountId, ConversationId, ReplyId } from '../model/ids.ts'
import type { OwnText } from '../model/text.ts'
import { ownText } from '../policy/redact/own-text.ts'
import { openOwnBody } from '../seal/sealed-body.ts'
import { announce } from '../store/change.ts'
import { lockConversation } from '../store/conversation.ts'
import { findReply, moveReply, type ReplyRow } from '../store/outbox.ts'
import { type Denied, inAccount, MISSING, type Step } from './in-account.ts'
import type { DeskParts } from './parts.ts'
import { replyPlace } from './places.ts'
import { reckonClock } from './reckon-clock.ts'
import { record } from './record.ts'
import { readDraft, standing, writeDraft } from './write-draft.ts'

/**
 * What became of the text that was taken back. `restored`: it is the person's draft. `joined`: it stands above what they
 * had written since. `kept`: the two together would be no text the desk keeps, so the draft is as it was and the text
 * stays readable at the reply.
 */
export const UNDONE_DRAFTS = ['restored', 'joined', 'kept'] as const
export type UndoneDraft = (typeof UNDONE_DRAFTS)[number]

/** `too-late`: it is already on its way, or gone. */
export type UndoReplyOutcome =
  | { readonly ok: true; readonly reply: ReplyRow; readonly text: OwnText; readonly draft: UndoneDraft }
  | { readonly ok: false; readonly reason: 'too-late' }
  | Denied

/** Takes a queued reply back; its text goes into the draft of the person who does. */
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
    await record(step, { event: 'reply.undone', object: `reply:${known.id}`, conversationId })
    const draft = await takeIntoDraft(step, conversationId, text)
    await reckonClock(step, conversationId)
    await announce(tx, scope, { type: 'reply', id: known.id, conversationId })
    return { ok: true, reply: { ...known, state: 'undone', changedAt: now }, text, draft }
  })
}

async function takeIntoDraft(step: Step, conversationId: ConversationId, text: OwnText): Promise<UndoneDraft> {
  const known = await readDraft(step, conversationId)
  const since = standing(known)
  if (since?.text === text) return 'restored'
  const joined = since ? ownText(`${text}\n\n${since.text}`, { pack: step.parts.pack }) : { ok: true as const, text }
  const written = joined.ok && (await writeDraft(step, { conversationId, known, text: joined.text }))
  if (!written) return 'kept'
  return since ? 'joined' : 'restored'
}
