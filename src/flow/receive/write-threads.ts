import type { Mailbox } from '../../model/account.ts'
import { openBuyerFace, openTextFace, sealBuyerFace, sealTextFace } from '../../seal/sealed-face.ts'
import { insertConversations, setFaces } from '../../store/conversation.ts'
import { insertThreads } from '../../store/thread.ts'
import type { Step } from '../in-account.ts'
import { buyerFacePlace, textFacePlace } from '../places.ts'
import type { LivingKeys } from '../vault.ts'
import type { IncomingMessage } from './incoming-message.ts'
import type { Thread, ThreadBook } from './thread-book.ts'

/** Writes the conversations a batch opened, the new faces of those it joined, and the names of both. */
export async function writeThreads(step: Step, mailbox: Mailbox, book: ThreadBook): Promise<void> {
  const { tx, scope, vault } = step
  const touched = book.touched()
  const opened = touched.filter(({ row }) => row === undefined)
  await vault.createKeys(opened.map(({ id }) => id))
  const written = []
  for (const thread of touched) written.push({ thread, face: await faceOf(step, thread) })
  await insertConversations(
    tx,
    scope,
    written.flatMap(({ thread, face }) =>
      thread.row ? [] : [{ ...face, mailboxId: mailbox.id, marketplaceId: thread.newest?.marketplaceId }],
    ),
  )
  await setFaces(
    tx,
    scope,
    written.flatMap(({ thread, face }) => (thread.row ? [face] : [])),
  )
  await insertThreads(tx, scope, book.newNames())
}

/** The newest message gives the preview, and the buyer's newest the address to answer to; the subject stays the first. */
async function faceOf(step: Step, thread: Thread) {
  const { scope, vault, parts } = step
  const { id, orderId, lastMessageAt, hasRedactions } = thread
  const keys = await vault.livingKeys(id)
  const text = { subject: subjectOf(step, thread, keys), preview: preview(thread) }
  return {
    id,
    orderId,
    lastMessageAt,
    hasRedactions,
    buyerFace: sealBuyerFace(
      keys.person,
      buyerFacePlace(scope.accountId, id),
      buyerOf(step, thread, keys),
      parts.random,
    ),
    textFace: sealTextFace(keys.text, textFacePlace(scope.accountId, id), text, parts.random),
  }
}

function subjectOf({ scope }: Step, { id, row, newest }: Thread, keys: LivingKeys) {
  if (row) return openTextFace(keys.text, textFacePlace(scope.accountId, id), row.textFace).subject
  return joined(newest).subject
}

function buyerOf({ scope }: Step, { id, row, newest, newestOfBuyer }: Thread, keys: LivingKeys) {
  if (newestOfBuyer) return newestOfBuyer
  if (row) return openBuyerFace(keys.person, buyerFacePlace(scope.accountId, id), row.buyerFace)
  return joined(newest)
}

function preview({ newest }: Thread) {
  return joined(newest).preview
}

/** A thread is written only when a message joined it. */
function joined(newest: IncomingMessage | undefined): IncomingMessage {
  if (!newest) throw new Error('a thread without a message is not written')
  return newest
}
