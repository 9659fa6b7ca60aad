import type { ReplyView } from '../../src/http/route/shapes.ts'
import type { Finding } from '../../src/model/finding.ts'
import { call } from './client.ts'
import type { ConversationPlace } from './conversations.ts'
import { conversationPath } from './conversations.ts'
import { isProblem } from './problem.ts'

export type Reply = ReplyView

export type SendReplyOutcome =
  | { readonly kind: 'queued'; readonly reply: Reply }
  | { readonly kind: 'blocked'; readonly findings: readonly Finding[] }
  /** The conversation, or the draft, is another than the one that was read. */
  | { readonly kind: 'changed' }
  /** Another reply to the conversation is on its way. */
  | { readonly kind: 'open' }

/** A reply on its way: the version of the conversation that was read, and a key that lets it leave only once. */
export interface NewReply {
  readonly text: string
  readonly version: number
  /** The draft it was made of, which goes with it; undefined when none was kept. */
  readonly draftVersion: number | undefined
  readonly idempotencyKey: string
}

/** Queues a reply. Throws when the desk does not answer; the same key may then be tried again. */
export async function sendReply(place: ConversationPlace, reply: NewReply): Promise<SendReplyOutcome> {
  const { text, draftVersion, version, idempotencyKey } = reply
  try {
    const queued = await call<Reply>({
      method: 'POST',
      path: `${conversationPath(place)}/replies`,
      body: { text, draftVersion },
      headers: { 'if-match': `"${version}"`, 'idempotency-key': idempotencyKey },
    })
    return { kind: 'queued', reply: queued }
  } catch (error) {
    if (isProblem(error, 'thing.changed')) return { kind: 'changed' }
    if (isProblem(error, 'reply.open')) return { kind: 'open' }
    if (isProblem(error, 'reply.blocked') || isProblem(error, 'text.sensitive')) {
      return { kind: 'blocked', findings: error.findings }
    }
    throw error
  }
}

/** Takes a queued reply back; undefined when it is too late. */
export async function undoReply(accountId: string, replyId: string): Promise<Reply | undefined> {
  try {
    return await call<Reply>({ method: 'DELETE', path: `/accounts/${accountId}/replies/${replyId}` })
  } catch (error) {
    if (isProblem(error, 'thing.changed')) return undefined
    throw error
  }
}

/** Says what a person found out about a reply nobody could tell the fate of. */
export async function resolveReply(accountId: string, replyId: string, outcome: 'sent' | 'not-sent'): Promise<Reply> {
  const path = `/accounts/${accountId}/replies/${replyId}/resolution`
  return await call<Reply>({ method: 'POST', path, body: { outcome } })
}
