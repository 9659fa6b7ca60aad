import type { QueryClient } from '@tanstack/react-query'

import type { Conversation, ConversationPlace } from '../api/conversations.ts'
import { newIdempotencyKey } from '../api/idempotency-key.ts'
import { hasAnswered, problemSentence } from '../api/problem.ts'
import type { SendReplyOutcome } from '../api/replies.ts'
import { conversationQuery } from '../api/queries.ts'
import { sendReply } from '../api/replies.ts'
import { faceOf } from '../conversation/face.ts'
import { NO_DRAFT } from './draft-chain.ts'
import { lastQueued } from './last-queued.ts'
import { obstacle } from './obstacle.ts'
import { refusalNotice } from './refusal-notice.ts'
import { readAgain } from './read-again.ts'
import type { ReplyDesk } from './reply-desk.ts'

/** What one sending needs to know. */
export interface SendParts {
  readonly client: QueryClient
  readonly place: ConversationPlace
  readonly conversation: Conversation
  readonly desk: ReplyDesk
}

/** The key of a text whose fate is not known yet, so that pressing Send again cannot send it twice. */
const openKeys = new WeakMap<ReplyDesk, { readonly text: string; readonly key: string }>()

/**
 * Sends what the editor shows, or goes to what keeps it from being sent. The text leaves the editor only when the desk
 * has taken the reply; on every other outcome it stays, with a notice, and what is new is shown.
 */
export async function send(parts: SendParts): Promise<void> {
  const { conversation, desk } = parts
  if (desk.sending.get()) return
  const found = obstacle(conversation, { judged: desk.newest, readMessageId: desk.readMessageId.get() })
  if (found === 'blocked') return desk.reveal()
  if (found !== undefined) return desk.refuse(found)
  desk.sending.set(true)
  try {
    await desk.chain.settle()
    await conclude(parts, await attempt(parts))
  } catch (error) {
    desk.notice.set(hasAnswered(error) ? { problem: problemSentence(error) } : 'unsent')
  } finally {
    desk.sending.set(false)
  }
}

async function attempt({ place, conversation, desk }: SendParts): Promise<SendReplyOutcome> {
  const { text } = desk
  const open = openKeys.get(desk)
  const key = open?.text === text ? open.key : newIdempotencyKey()
  openKeys.set(desk, { text, key })
  const outcome = await sendReply(place, {
    text,
    version: conversation.version,
    draftVersion: desk.chain.stored.version || undefined,
    idempotencyKey: key,
  })
  openKeys.delete(desk)
  return outcome
}

async function conclude(parts: SendParts, outcome: SendReplyOutcome): Promise<void> {
  const { client, conversation, desk, place } = parts
  if (outcome.kind === 'blocked') {
    desk.addFindings(outcome.findings)
    return desk.reveal()
  }
  if (outcome.kind !== 'queued') {
    await readAgain(client, place)
    return desk.notice.set(refusalNotice(conversation, client.getQueryData(conversationQuery(place).queryKey)))
  }
  desk.adopt(NO_DRAFT)
  lastQueued.set({ place, reply: outcome.reply, buyerName: faceOf(conversation).buyer })
  await readAgain(client, place)
}
