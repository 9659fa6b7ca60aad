import { utf8 } from '../base/bytes.ts'
import { truncate } from '../base/text.ts'
import type { Mailbox } from '../model/account.ts'
import { type ConversationId, freshId, type MessageId } from '../model/ids.ts'
import type { Authenticity } from '../model/message.ts'
import type { Redaction } from '../model/redaction.ts'
import type { RelayAddress } from '../model/relay-address.ts'
import { rawText, type SafeText } from '../model/text.ts'
import type { BuyerMessage } from '../parse/amazon-mail.ts'
import { redact } from '../policy/redact/redact.ts'
import { findingHash } from '../seal/account-keys.ts'
import { sha256 } from '../seal/derive.ts'
import { sealSafeBody } from '../seal/sealed-body.ts'
import { openTextFace, sealBuyerFace, sealTextFace } from '../seal/sealed-face.ts'
import { insertConversation, lockConversation, setFace } from '../store/conversation.ts'
import { hasMessage, insertMessage } from '../store/message.ts'
import { findConversationByThread, insertThreads, lockThread } from '../store/thread.ts'
import type { Step } from './in-account.ts'
import { buyerFacePlace, messagePlace, textFacePlace } from './places.ts'
import { reckonClock } from './reckon-clock.ts'
import { record, textKeyId } from './record.ts'
import { threadNames } from './thread-names.ts'

/** A buyer's mail as understood, with what the door knows of it. */
export interface ArrivedMessage {
  readonly mail: BuyerMessage
  readonly mailbox: Mailbox
  readonly bytes: Uint8Array
  readonly at: Date
  readonly mailId: string | undefined
  readonly authenticity: Authenticity
}

export type ReceiveMessageOutcome =
  | { readonly kind: 'stored'; readonly conversationId: ConversationId; readonly messageId: MessageId }
  | { readonly kind: 'repeated' }

const PREVIEW_CHARACTERS = 140

/** A message's parts after redaction; from here on nothing raw is left. */
interface SafeMessage {
  readonly name: SafeText
  readonly subject: SafeText
  readonly text: SafeText
  readonly redactions: readonly Redaction[]
  readonly relay: RelayAddress
}

/** Stores a buyer's message: redact, find or open its conversation, seal, start the clock. Receiving twice is harmless. */
export async function receiveMessage(step: Step, arrived: ArrivedMessage): Promise<ReceiveMessageOutcome> {
  const { tx, scope, vault } = step
  const accountKey = await vault.accountKey()
  const names = threadNames(accountKey, arrived.mail)
  await lockThread(tx, scope, names.lock)
  const dedupe = findingHash(accountKey, 'dedupe', dedupeText(arrived))
  if (await hasMessage(tx, scope, dedupe)) {
    await record(step, { event: 'message.repeated', object: `mailbox:${arrived.mailbox.id}` })
    return { kind: 'repeated' }
  }
  const safe = redacted(step, arrived.mail)
  const known = await findConversationByThread(tx, scope, names.lookUp)
  const conversationId = known ?? (await openConversation(step, arrived, safe))
  if (known !== undefined) await refreshFace(step, known, { safe, at: arrived.at })
  await insertThreads(tx, scope, conversationId, names.register)
  const messageId = await storeMessage(step, conversationId, { arrived, safe, dedupe })
  await reckonClock(step, conversationId)
  return { kind: 'stored', conversationId, messageId }
}

function redacted(step: Step, mail: BuyerMessage): SafeMessage {
  const context = { pack: step.parts.pack }
  const name = redact(mail.buyerName, context)
  const subject = redact(mail.subject, context)
  const body = redact(mail.text, context)
  return {
    name: name.text,
    subject: subject.text,
    text: body.text,
    redactions: body.redactions,
    relay: mail.relayAddress,
  }
}

async function openConversation(step: Step, arrived: ArrivedMessage, safe: SafeMessage): Promise<ConversationId> {
  const { tx, scope, vault, parts } = step
  const id = freshId<ConversationId>(parts.ids)
  const keys = await vault.createKeys(id)
  const face = { subject: safe.subject, preview: previewOf(step, safe.text) }
  await insertConversation(tx, scope, {
    id,
    mailboxId: arrived.mailbox.id,
    marketplaceId: arrived.mail.marketplaceId,
    orderId: arrived.mail.orderId,
    lastMessageAt: arrived.at,
    hasRedactions: safe.redactions.length > 0,
    buyerFace: sealBuyerFace(keys.person, buyerFacePlace(scope.accountId, id), safe, parts.random),
    textFace: sealTextFace(keys.text, textFacePlace(scope.accountId, id), face, parts.random),
  })
  return id
}

/** The newest message gives the preview and the relay address to answer to; the subject stays the first one. */
async function refreshFace(
  step: Step,
  id: ConversationId,
  news: { readonly safe: SafeMessage; readonly at: Date },
): Promise<void> {
  const { tx, scope, vault, parts } = step
  const row = await lockConversation(tx, scope, id)
  if (!row) return
  const keys = await vault.livingKeys(id)
  const { subject } = openTextFace(keys.text, textFacePlace(scope.accountId, id), row.textFace)
  const face = { subject, preview: previewOf(step, news.safe.text) }
  await setFace(tx, scope, id, {
    lastMessageAt: news.at > row.lastMessageAt ? news.at : row.lastMessageAt,
    hasRedactions: row.hasRedactions || news.safe.redactions.length > 0,
    buyerFace: sealBuyerFace(keys.person, buyerFacePlace(scope.accountId, id), news.safe, parts.random),
    textFace: sealTextFace(keys.text, textFacePlace(scope.accountId, id), face, parts.random),
  })
}

async function storeMessage(
  step: Step,
  conversationId: ConversationId,
  stored: { readonly arrived: ArrivedMessage; readonly safe: SafeMessage; readonly dedupe: string },
): Promise<MessageId> {
  const { tx, scope, vault, parts } = step
  const { arrived, safe, dedupe } = stored
  const id = freshId<MessageId>(parts.ids)
  const keys = await vault.livingKeys(conversationId)
  const body = sealSafeBody(
    keys.text,
    messagePlace(scope.accountId, conversationId, id),
    { text: safe.text, mailId: arrived.mailId },
    parts.random,
  )
  await insertMessage(tx, scope, {
    id,
    conversationId,
    direction: 'in',
    kind: 'buyer',
    at: arrived.at,
    authenticity: arrived.authenticity,
    replyId: undefined,
    redactions: safe.redactions,
    dedupe,
    body: body.sealed,
  })
  const codes = [arrived.authenticity, ...new Set(safe.redactions.map((one) => `redacted:${one.kind}`))]
  await record(step, {
    event: 'message.received',
    object: `message:${id}`,
    conversationId,
    codes,
    body: { pc: body.pc, cc: body.cc, key: textKeyId(conversationId) },
  })
  return id
}

/** Amazon sends one message once per registered address; `m=` is the same in each copy. */
function dedupeText(arrived: ArrivedMessage): string {
  const token = arrived.mail.messageToken
  return token === undefined
    ? `raw|${sha256(arrived.bytes)}`
    : `token|${token}|${sha256(utf8(arrived.mail.relayAddress))}`
}

/** The first words of a message. Redacted again after the cut, so that half a pill never stands for a text. */
function previewOf(step: Step, text: SafeText): SafeText {
  const words = truncate(text.replaceAll(/\s+/gu, ' ').trim(), PREVIEW_CHARACTERS)
  return redact(rawText(words), { pack: step.parts.pack }).text
}
