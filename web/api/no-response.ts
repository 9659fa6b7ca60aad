import type { NoResponseReason } from '../../src/model/no-response.ts'
import { call } from './client.ts'
import type { Conversation, ConversationPlace } from './conversations.ts'
import { conversationPath } from './conversations.ts'
import { isProblem } from './problem.ts'

/** `changed`: the conversation is another than the one that was looked at, and nothing was done. */
export type MarkOutcome = { readonly kind: 'done'; readonly conversation: Conversation } | { readonly kind: 'changed' }

/** A conversation as it was looked at. */
export interface ReadConversation extends ConversationPlace {
  readonly version: number
}

/** Says that what the buyer wrote needs no answer. */
export async function needNoResponse(read: ReadConversation, reason: NoResponseReason): Promise<MarkOutcome> {
  return await mark(read, { method: 'POST', what: 'no-response', body: { reason } })
}

/** Says that it needs one after all: its clock runs again from when the buyer wrote. */
export async function needResponse(read: ReadConversation): Promise<MarkOutcome> {
  return await mark(read, { method: 'DELETE', what: 'no-response' })
}

/** Says that what was owed after a mere acknowledgement is done. */
export async function finishOwed(read: ReadConversation): Promise<MarkOutcome> {
  return await mark(read, { method: 'POST', what: 'done' })
}

interface Mark {
  readonly method: 'POST' | 'DELETE'
  readonly what: 'no-response' | 'done'
  readonly body?: unknown
}

async function mark(read: ReadConversation, { method, what, body }: Mark): Promise<MarkOutcome> {
  const path = `${conversationPath(read)}/${what}`
  const headers = { 'if-match': `"${read.version}"` }
  try {
    return { kind: 'done', conversation: await call<Conversation>({ method, path, body, headers }) }
  } catch (error) {
    if (isProblem(error, 'thing.changed')) return { kind: 'changed' }
    throw error
  }
}
