import { ImapFailure } from '../../channel/mail/imap/failure.ts'
import { findInSent, type SentLook } from '../../channel/mail/imap/sent.ts'
import { type AccountId, DESK_PERSON, type ReplyId } from '../../model/ids.ts'
import { announce } from '../../store/change.ts'
import { lockConversation } from '../../store/conversation.ts'
import { setFiled } from '../../store/outbox-sent.ts'
import { findReply, moveReply, type ReplyRow } from '../../store/outbox.ts'
import { type Denied, inAccount, MISSING, type Step } from '../in-account.ts'
import type { DeskParts } from '../parts.ts'
import { reckonClock } from '../reckon-clock.ts'
import { record } from '../record.ts'
import { storeSentMessage } from '../store-sent-message.ts'
import { planLook } from './plan-look.ts'
import { findSentServer, type SentServer } from './sent-server.ts'

/** `decided`: somebody knew meanwhile what became of it, and nothing was done. */
export type LookForReplyOutcome = { readonly kind: SentLook | 'not-reached' | 'decided' } | Denied

const DESK = { personId: DESK_PERSON, tokenId: undefined }

/**
 * Looks for a reply of which nobody can tell in the Sent folder of its mailbox's server. Found, it was sent; not found
 * after the last look, it stays unknown, since not every server keeps what it sends, and a person decides. Sends nothing.
 */
export async function lookForReply(
  parts: DeskParts,
  wish: { readonly accountId: AccountId; readonly replyId: ReplyId },
  { signal }: { readonly signal: AbortSignal },
): Promise<LookForReplyOutcome> {
  const right = { accountId: wish.accountId, permission: 'reply:deliver' } as const
  const begun = await inAccount(parts, DESK, right, async (step) => {
    const reply = await findReply(step.tx, step.scope, wish.replyId)
    return reply ? { reply, server: await findSentServer(step, reply.conversationId) } : MISSING
  })
  if ('ok' in begun) return begun
  if (begun.reply.state !== 'unknown') return { kind: 'decided' }
  const seen = await look(begun.server, begun.reply.mailId, signal)
  return inAccount(parts, DESK, right, (step) => conclude(step, begun.reply, seen))
}

type Seen = SentLook | 'not-reached'

async function look(server: SentServer | undefined, mailId: string, signal: AbortSignal): Promise<Seen> {
  if (!server?.settings) return 'not-reached'
  try {
    return await findInSent(server.settings, mailId, { signal })
  } catch (error) {
    if (error instanceof ImapFailure) return 'not-reached'
    throw error
  }
}

async function conclude(step: Step, { id, conversationId }: ReplyRow, seen: Seen): Promise<LookForReplyOutcome> {
  const { tx, scope } = step
  await lockConversation(tx, scope, conversationId)
  // Read again under the lock: a person, or a notice, may have decided during the look.
  const reply = await findReply(tx, scope, id)
  if (reply?.state !== 'unknown') return { kind: 'decided' }
  if (seen === 'found') await found(step, reply)
  else if (!(await planLook(step, reply, reply.changedAt)) && seen !== 'not-reached') await notFound(step, reply, seen)
  return { kind: seen }
}

async function found(step: Step, reply: ReplyRow): Promise<void> {
  const { tx, scope, now } = step
  const { id, conversationId } = reply
  await moveReply(tx, scope, { id, from: 'unknown', to: 'sent', at: now, reason: 'found-in-sent' })
  await setFiled(tx, scope, id, 'found')
  await record(step, { event: 'reply.found', object: `reply:${id}`, conversationId })
  // It had left when it became unknown, and when exactly nobody heard.
  await storeSentMessage(step, reply, reply.changedAt)
  await reckonClock(step, conversationId)
  await announce(tx, scope, { type: 'reply', id, conversationId })
}

async function notFound(step: Step, { id, conversationId }: ReplyRow, filed: 'not-found' | 'no-folder'): Promise<void> {
  const { tx, scope } = step
  await setFiled(tx, scope, id, filed)
  await record(step, { event: 'reply.filed', object: `reply:${id}`, conversationId, codes: [filed] })
  await announce(tx, scope, { type: 'reply', id, conversationId })
}
