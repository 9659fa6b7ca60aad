import { freshId, type MessageId } from '../model/ids.ts'
import { NO_FACTS } from '../model/mail-facts.ts'
import { findingHash } from '../seal/account-keys.ts'
import { openOwnBody, sealOwnBody } from '../seal/sealed-body.ts'
import { insertMessages } from '../store/message.ts'
import type { ReplyRow } from '../store/outbox.ts'
import type { Step } from './in-account.ts'
import { messagePlace, replyPlace } from './places.ts'

/** Adds a reply that the mail server took to its conversation, as of when it left. Once: a second call changes nothing. */
export async function storeSentMessage(step: Step, reply: ReplyRow, at: Date = step.now): Promise<void> {
  const { tx, scope, vault, parts } = step
  const { conversationId } = reply
  const keys = await vault.livingKeys(conversationId)
  const text = openOwnBody(keys.text, replyPlace(scope.accountId, conversationId, reply.id), reply.body)
  const id = freshId<MessageId>(parts.ids)
  const body = sealOwnBody(keys.text, messagePlace(scope.accountId, conversationId, id), text, parts.random)
  await insertMessages(tx, scope, [
    {
      id,
      conversationId,
      direction: 'out',
      kind: 'reply',
      at,
      authenticity: 'verified',
      replyId: reply.id,
      redactions: [],
      topic: undefined,
      facts: NO_FACTS,
      isWhole: false,
      isHistory: false,
      dedupe: findingHash(await vault.accountKey(), 'dedupe', `reply|${reply.id}`),
      body: body.sealed,
      link: undefined,
    },
  ])
}
