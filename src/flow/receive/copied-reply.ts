import { after, DAY_MS } from '../../base/clock.ts'
import type { ConversationId } from '../../model/ids.ts'
import type { ReplyState } from '../../model/reply.ts'
import type { SafeText } from '../../model/text.ts'
import { redact } from '../../policy/redact/redact.ts'
import { openOwnBody } from '../../seal/sealed-body.ts'
import { type ConversationRow, listConversationsOfOrder } from '../../store/conversation.ts'
import { listActiveConversations } from '../../store/expected-copy.ts'
import { findReplyByMailId, listReplies, type ReplyRow } from '../../store/outbox.ts'
import type { Step } from '../in-account.ts'
import { readableOrDamaged } from '../list-inbox.ts'
import { replyPlace } from '../places.ts'
import type { ArrivedCopy } from './arrived-notice.ts'

/** Amazon may have a reply in these states; the same words in any other were written by hand in Seller Central. */
const MAY_HAVE_LEFT = new Set<ReplyState>(['sending', 'sent', 'confirmed', 'unknown'])
/** Copies come within minutes. Older words that are the same are a text used often, and another answer. */
const COPIED_WITHIN_MS = 14 * DAY_MS
/** Two weeks of one busy mailbox. With more than these nobody could say that a name stands there once. */
const CONVERSATIONS_OF_NAMES = 5000
/** Some names are none, such as "Amazon customer": with more of them than this nobody is meant. */
const NAMESAKES_LIMIT = 20

/** What Amazon copied: a reply of ours, or an answer in one of our conversations that was written elsewhere. */
export interface Copied {
  readonly conversationId: ConversationId
  readonly ours: ReplyRow | undefined
}

/**
 * Finds what a copy is of: by our mail, by its order, or by the buyer's name and the words. Undefined when it could be
 * more than one or none: a wrong guess would silence a clock, and a person decides.
 */
export async function findCopied(step: Step, copy: ArrivedCopy, text: SafeText): Promise<Copied | undefined> {
  const { answersMailId, orderId } = copy.notice
  const named = answersMailId === undefined ? undefined : await findReplyByMailId(step.tx, step.scope, answersMailId)
  if (named) return { conversationId: named.conversationId, ours: named }
  const since = after(copy.at, -COPIED_WITHIN_MS)
  if (orderId === undefined) return findByName(step, copy, { text, since })
  const found = await listConversationsOfOrder(step.tx, step.scope, orderId)
  const [conversationId] = found
  if (conversationId === undefined || found.length > 1) return undefined
  return { conversationId, ours: await replyWithText(step, conversationId, { text, since }) }
}

interface Words {
  readonly text: SafeText
  /** Words of replies that left before this are not looked at. */
  readonly since: Date
}

async function findByName(step: Step, copy: ArrivedCopy, words: Words): Promise<Copied | undefined> {
  const namesakes = await namesakesOf(step, copy, words.since)
  if (namesakes.length > NAMESAKES_LIMIT) return undefined
  const found: Copied[] = []
  for (const { id } of namesakes) found.push({ conversationId: id, ours: await replyWithText(step, id, words) })
  const ours = found.filter((one) => one.ours)
  const meant = ours.length > 0 ? ours : found
  return meant.length === 1 ? meant[0] : undefined
}

/** The conversations that are answered or wait for an answer, and whose buyer has the name the copy says. */
async function namesakesOf(step: Step, copy: ArrivedCopy, since: Date): Promise<readonly ConversationRow[]> {
  const { buyerName, marketplaceId } = copy.notice
  const name = buyerName && foldedName(redact(buyerName, { pack: step.parts.pack }).text)
  if (!name) return []
  const wish = { mailboxId: copy.mailbox.id, since, limit: CONVERSATIONS_OF_NAMES + 1 }
  const rows = await listActiveConversations(step.tx, step.scope, wish)
  if (rows.length > CONVERSATIONS_OF_NAMES) return []
  const keys = await step.vault.keysOf(rows.map(({ id }) => id))
  return rows.filter((row) => {
    const isElsewhere = marketplaceId && row.marketplaceId && row.marketplaceId !== marketplaceId
    return !isElsewhere && foldedName(readableOrDamaged(row, keys.get(row.id)).buyerName ?? '') === name
  })
}

/** The newest reply of a conversation that may have left and with whose words a copy begins. */
async function replyWithText(
  step: Step,
  conversationId: ConversationId,
  { text, since }: Words,
): Promise<ReplyRow | undefined> {
  const replies = await listReplies(step.tx, step.scope, conversationId)
  const left = replies.filter((reply) => MAY_HAVE_LEFT.has(reply.state) && (reply.sentAt ?? reply.changedAt) >= since)
  if (left.length === 0) return undefined
  const keys = await step.vault.livingKeys(conversationId)
  return left.findLast((reply) => {
    const body = openOwnBody(keys.text, replyPlace(step.scope.accountId, conversationId, reply.id), reply.body)
    return squeezed(text).startsWith(squeezed(body))
  })
}

function squeezed(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim()
}

/** A name without what differs between two mails about one person: case, width, spaces. Not its letters. */
function foldedName(name: string): string {
  return squeezed(name.normalize('NFKC')).toLowerCase()
}
