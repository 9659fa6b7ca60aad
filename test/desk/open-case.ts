import assert from 'node:assert/strict'

import type { SmtpOut } from '../../src/channel/mail/smtp-out.ts'
import { deliverReply, type DeliverReplyOutcome } from '../../src/flow/deliver-reply.ts'
import { listInbox, type ReadableConversation } from '../../src/flow/list-inbox.ts'
import type { DeskParts } from '../../src/flow/parts.ts'
import { type ReplyWish, sendReply, type SendReplyOutcome } from '../../src/flow/send-reply.ts'
import { type OpenConversation, showConversation } from '../../src/flow/show-conversation.ts'
import type { Actor } from '../../src/model/actor.ts'
import type { ConversationId, ReplyId } from '../../src/model/ids.ts'
import type { ReplyRow } from '../../src/store/outbox.ts'
import type { TestAccount, TestDesk } from './test-desk.ts'

/** Passes every rule. */
export const CLEAN_TEXT = 'Guten Tag, Ihr Paket ist unterwegs und kommt morgen an.'

/** A conversation as the person who answers it has it before them. */
export interface OpenCase {
  readonly account: TestAccount
  readonly conversationId: ConversationId
  /** The relay address of the buyer. */
  readonly buyer: string
  /** As it is now. */
  show(): Promise<OpenConversation>
  /** Presses Send, having seen the conversation as it is now, unless the wish says otherwise. */
  send(wish?: Partial<ReplyWish>, parts?: Partial<DeskParts>, as?: Actor): Promise<SendReplyOutcome>
  /** Presses Send with a clean text; the reply is queued. */
  queue(text?: string): Promise<ReplyRow>
  /** Does what the job does. */
  deliver(out: SmtpOut, reply: { readonly id: ReplyId }, parts?: Partial<DeskParts>): Promise<DeliverReplyOutcome>
  /** The reply as it is now. */
  reply(id: ReplyId): Promise<ReplyRow>
}

let wishes = 0

/** Opens one conversation of an account's inbox: the only one, or the one that `isMeant` picks. */
export async function openCase(
  desk: TestDesk,
  account: TestAccount,
  isMeant: (conversation: ReadableConversation) => boolean = () => true,
): Promise<OpenCase> {
  const { accountId, actor } = account
  const page = await listInbox(desk.parts, actor, { accountId, view: 'all', after: undefined, limit: 50 })
  assert.ok('items' in page)
  const meant = page.items.filter(isMeant)
  assert.equal(meant.length, 1, 'the test means one conversation')
  const [{ row, relay: buyer } = {}] = meant
  assert.ok(row && buyer)
  const conversationId = row.id

  async function show(): Promise<OpenConversation> {
    const shown = await showConversation(desk.parts, actor, { accountId, conversationId })
    assert.ok('messages' in shown)
    return shown
  }

  const opened: OpenCase = {
    account,
    conversationId,
    buyer,
    show,
    async send(wish = {}, parts = {}, as = actor) {
      const version = wish.version ?? (await show()).row.version
      const idempotencyKey = `test-wish-${(wishes += 1)}`
      const whole = { accountId, conversationId, text: CLEAN_TEXT, idempotencyKey, ...wish, version }
      return sendReply({ ...desk.parts, ...parts }, as, whole)
    },
    async queue(text = CLEAN_TEXT) {
      const sent = await opened.send({ text })
      assert.ok(sent.ok, `the reply was not queued: ${sent.ok ? '' : sent.reason}`)
      return sent.reply
    },
    deliver: (out, { id }, parts = {}) => deliverReply({ ...desk.parts, ...parts, out }, { accountId, replyId: id }),
    async reply(id) {
      const found = (await show()).replies.find(({ row }) => row.id === id)
      assert.ok(found)
      return found.row
    },
  }
  return opened
}
