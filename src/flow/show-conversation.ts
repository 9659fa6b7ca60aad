import type { Actor } from '../model/actor.ts'
import type { AmazonLink } from '../model/amazon-link.ts'
import type { Deadline } from '../model/deadline.ts'
import type { Draft } from '../model/draft.ts'
import type { AccountId, ConversationId } from '../model/ids.ts'
import type { NoResponse } from '../model/no-response.ts'
import type { Order } from '../model/order.ts'
import type { OwnText, SafeText } from '../model/text.ts'
import { type RetentionClock, retentionClock } from '../policy/deadline/retention-clock.ts'
import { openAttachmentKey } from '../seal/attachment-keys.ts'
import { openAnyBody, openOwnBody, openSafeBody } from '../seal/sealed-body.ts'
import { openLink } from '../seal/sealed-link.ts'
import { type AttachmentRow, listAttachments } from '../store/attachment.ts'
import { findConversation } from '../store/conversation.ts'
import { listDeadlines } from '../store/deadline.ts'
import { findMailbox } from '../store/mailbox.ts'
import { listMessages, type MessageRow } from '../store/message.ts'
import { listNoResponses } from '../store/no-response.ts'
import { findOrder } from '../store/order-fact.ts'
import { listReplies, type ReplyRow } from '../store/outbox.ts'
import { type Denied, MISSING, readInAccount, type Step } from './in-account.ts'
import { type ReadableConversation, readable } from './list-inbox.ts'
import type { DeskParts } from './parts.ts'
import { attachmentNamePlace, messageLinkPlace, messagePlace, replyPlace } from './places.ts'
import type { ConversationKeys } from './vault.ts'
import { readDraft, standing } from './write-draft.ts'

/** A conversation with all a person needs to answer it. Texts whose key is gone are undefined. */
export interface OpenConversation extends ReadableConversation {
  readonly messages: readonly ReadableMessage[]
  readonly replies: readonly { readonly row: ReplyRow; readonly text: OwnText | undefined }[]
  readonly draft: Draft | undefined
  readonly deadlines: readonly Deadline[]
  readonly order: Order | undefined
  readonly sender: string | undefined
  readonly retention: RetentionClock
}

/** A message as it is shown; text and link are undefined once their key is gone. */
export interface ReadableMessage {
  readonly row: MessageRow
  readonly text: SafeText | OwnText | undefined
  readonly attachments: readonly ReadableAttachment[]
  /** Amazon's link to mark it as needing no response, for the person to open. */
  readonly noResponseUrl: AmazonLink | undefined
  /** Undefined unless a person says that it needs no answer. */
  readonly noResponse: NoResponse | undefined
}

/** An attachment as it is listed; its name is undefined once its key is gone. */
export interface ReadableAttachment {
  readonly row: AttachmentRow
  readonly name: SafeText | undefined
}

/** One conversation with its messages, the state of our replies and the person's own draft. */
export async function showConversation(
  parts: DeskParts,
  actor: Actor,
  wish: { readonly accountId: AccountId; readonly conversationId: ConversationId },
): Promise<OpenConversation | Denied> {
  const right = { accountId: wish.accountId, permission: 'conversation:read' } as const
  return readInAccount(parts, actor, right, async (step): Promise<OpenConversation | Denied> => {
    const { tx, scope, vault } = step
    const { accountId, conversationId: id } = wish
    const row = await findConversation(tx, scope, id)
    if (!row) return MISSING
    const keys = (await vault.keysOf([id])).get(id)
    const messages = await listMessages(tx, scope, id)
    const replies = await listReplies(tx, scope, id)
    const mailbox = await findMailbox(tx, scope, row.mailboxId)
    const attachments = Map.groupBy(await attachmentsOf(step, id, keys), (each) => each.row.messageId)
    const order = row.orderId === undefined ? undefined : await findOrder(tx, scope, row.orderId)
    const { lastMessageAt } = row
    const marked = new Map((await listNoResponses(tx, scope, [id])).map((each) => [each.messageId, each]))
    return {
      ...readable(row, keys),
      messages: messages.map((message) => ({
        row: message,
        text: keys?.text && openAnyBody(keys.text, messagePlace(accountId, id, message.id), message.body),
        attachments: attachments.get(message.id) ?? [],
        noResponseUrl:
          keys?.text && message.link && openLink(keys.text, messageLinkPlace(accountId, id, message.id), message.link),
        noResponse: marked.get(message.id),
      })),
      replies: replies.map((reply) => ({
        row: reply,
        text: keys?.text && openOwnBody(keys.text, replyPlace(accountId, id, reply.id), reply.body),
      })),
      draft: standing(await readDraft(step, id)),
      deadlines: await listDeadlines(tx, scope, [id]),
      order,
      sender: mailbox?.approvedSender,
      retention: retentionClock({ latestDeliveryAt: order?.latestDeliveryAt, lastMessageAt }, step.parts.pack),
    }
  })
}

async function attachmentsOf(
  { tx, scope }: Step,
  conversationId: ConversationId,
  keys: ConversationKeys | undefined,
): Promise<readonly ReadableAttachment[]> {
  const { accountId } = scope
  const rows = await listAttachments(tx, scope, conversationId)
  return rows.map((row) => {
    if (!keys?.person) return { row, name: undefined }
    const key = openAttachmentKey(keys.person, { account: accountId, attachment: row.id }, row.wrappedKey)
    return { row, name: openSafeBody(key, attachmentNamePlace(accountId, conversationId, row.id), row.name) }
  })
}
