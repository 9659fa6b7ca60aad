import type { Mailbox } from '../../model/account.ts'
import type { ArrivalOutcome } from '../../model/arrival.ts'
import { freshId, type MessageId } from '../../model/ids.ts'
import { findingHash } from '../../seal/account-keys.ts'
import { sealSafeBody } from '../../seal/sealed-body.ts'
import { sealLink } from '../../seal/sealed-link.ts'
import { insertMessages, knownMessages, type NewMessage } from '../../store/message.ts'
import type { Step } from '../in-account.ts'
import { noteOrderFacts, type OrderNote } from '../note-order-facts.ts'
import { messageLinkPlace, messagePlace } from '../places.ts'
import { reckonClocks } from '../reckon-clock.ts'
import { type Happening, recordAll, textKeyId } from '../record.ts'
import type { IncomingMessage } from './incoming-message.ts'
import { keepAttachments } from './keep-attachments.ts'
import type { PlacedMessage } from './placed-message.ts'
import { runDeadlines } from './run-deadlines.ts'
import { ThreadBook } from './thread-book.ts'
import { writeThreads } from './write-threads.ts'

/** What became of one message. `id` is that of the stored one; undefined for a repeated one. */
export interface StoredMessage {
  readonly outcome: Extract<ArrivalOutcome, 'stored' | 'repeated'>
  readonly id: MessageId | undefined
}

/**
 * Stores the messages of one batch: each finds or opens its conversation, is sealed and written once; then the clocks of
 * all they touch are reckoned. A fixed number of statements, however many messages. Receiving twice is harmless.
 */
export async function storeMessages(
  step: Step,
  mailbox: Mailbox,
  messages: readonly IncomingMessage[],
): Promise<readonly StoredMessage[]> {
  const dedupes = await dedupesOf(step, messages)
  const known = new Set(await knownMessages(step.tx, step.scope, dedupes))
  const isNew = dedupes.map((dedupe) => !known.has(dedupe) && Boolean(known.add(dedupe)))
  const fresh = messages.filter((_message, at) => isNew[at])
  const placed = await placeAll(step, mailbox, fresh)
  await writeMessages(step, placed, new Map(messages.map((message, at) => [message, dedupes[at] ?? ''])))
  await keepAttachments(step, placed)
  await noteOrderFacts(step, placed.flatMap(orderNoteOf))
  await runDeadlines(step, placed)
  await reckonClocks(step, [...new Set(placed.map(({ thread }) => thread.id))])
  const repeated = messages.length - fresh.length
  if (repeated > 0) await recordRepeated(step, mailbox, repeated)
  const ids = new Map(placed.map(({ message, id }) => [message, id]))
  return messages.map((message) => {
    const id = ids.get(message)
    return { outcome: id === undefined ? 'repeated' : 'stored', id }
  })
}

/** What a mail surely of Amazon's says of its order. */
function orderNoteOf({ message }: PlacedMessage): readonly OrderNote[] {
  const { orderId } = message.thread
  const { fulfilledBy } = message.facts
  if (orderId === undefined || fulfilledBy === undefined || message.authenticity !== 'verified') return []
  return [{ orderId, marketplaceId: message.marketplaceId, fulfilledBy }]
}

async function dedupesOf({ vault }: Step, messages: readonly IncomingMessage[]): Promise<readonly string[]> {
  const accountKey = await vault.accountKey()
  return messages.map(({ sameness }) => findingHash(accountKey, 'dedupe', sameness))
}

async function placeAll(
  step: Step,
  mailbox: Mailbox,
  messages: readonly IncomingMessage[],
): Promise<readonly PlacedMessage[]> {
  const book = await ThreadBook.open(step, messages)
  const placed = messages.map((message) => ({
    id: freshId<MessageId>(step.parts.ids),
    message,
    thread: book.threadOf(message),
  }))
  await writeThreads(step, mailbox, book)
  return placed
}

async function writeMessages(
  step: Step,
  placed: readonly PlacedMessage[],
  dedupes: ReadonlyMap<IncomingMessage, string>,
): Promise<void> {
  const { tx, scope, vault, parts } = step
  const keys = await vault.keysOf(placed.map(({ thread }) => thread.id))
  const rows: NewMessage[] = []
  const happenings: Happening[] = []
  for (const { id, message, thread } of placed) {
    const { person, text: key } = keys.get(thread.id) ?? {}
    const living = person && key ? key : (await vault.livingKeys(thread.id)).text
    const place = messagePlace(scope.accountId, thread.id, id)
    const body = sealSafeBody(living, place, { text: message.text, mailId: message.thread.mailId }, parts.random)
    const { noResponseUrl } = message
    const linkPlace = messageLinkPlace(scope.accountId, thread.id, id)
    const link = noResponseUrl && sealLink(living, linkPlace, noResponseUrl, parts.random)
    rows.push({ ...rowOf({ id, message, thread }), dedupe: dedupes.get(message) ?? '', body: body.sealed, link })
    happenings.push({
      event: message.kind === 'buyer' ? 'message.received' : 'notice.received',
      object: `message:${id}`,
      conversationId: thread.id,
      codes: codesOf(message),
      body: { pc: body.pc, cc: body.cc, key: textKeyId(thread.id) },
    })
  }
  await insertMessages(tx, scope, rows)
  await recordAll(step, happenings)
}

function rowOf({ id, message, thread }: PlacedMessage): Omit<NewMessage, 'dedupe' | 'body' | 'link'> {
  const { kind, at, authenticity, redactions, topic, facts, isWhole, isHistory } = message
  return {
    id,
    conversationId: thread.id,
    direction: kind === 'copy' ? 'out' : 'in',
    kind,
    at,
    authenticity,
    replyId: undefined,
    redactions,
    topic,
    facts,
    isWhole,
    isHistory,
  }
}

function codesOf(message: IncomingMessage): readonly string[] {
  const redacted = new Set(message.redactions.map(({ kind }) => `redacted:${kind}`))
  const topic = message.topic === undefined ? [] : [`topic:${message.topic}`]
  return [
    message.authenticity,
    ...message.verdict,
    ...redacted,
    ...topic,
    ...(message.isWhole ? ['unknown-shape'] : []),
    ...(message.isHistory ? ['history'] : []),
  ]
}

async function recordRepeated(step: Step, mailbox: Mailbox, count: number): Promise<void> {
  const happening: Happening = { event: 'message.repeated', object: `mailbox:${mailbox.id}` }
  await recordAll(
    step,
    Array.from({ length: count }, () => happening),
  )
}
