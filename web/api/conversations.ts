import type { AttachmentView, DeadlineView, OrderView } from '../../src/http/route/message-shapes.ts'
import type { ConversationRowView, ConversationView, InboxView, MessageView } from '../../src/http/route/shapes.ts'
import { call } from './client.ts'

export type ConversationRow = ConversationRowView
export type Conversation = ConversationView
export type Message = MessageView
/** What a mail brought with it. Its bytes are never shown here. */
export type Attachment = AttachmentView
/** Something of a conversation that must be done in time, besides the answer. */
export type Deadline = DeadlineView
/** What the desk knows of the order. */
export type Order = OrderView
export type InboxPage = InboxView

export const INBOX_VIEWS = ['needs-reply', 'on-us', 'waiting', 'all'] as const
export type InboxViewName = (typeof INBOX_VIEWS)[number]

const PAGE_SIZE = 100

/** One page of the list after a cursor; the first one without. */
export async function readInboxPage(
  accountId: string,
  page: { readonly view: InboxViewName; readonly after: string | undefined; readonly signal: AbortSignal },
): Promise<InboxPage> {
  const query = new URLSearchParams({ view: page.view, limit: String(PAGE_SIZE) })
  if (page.after !== undefined) query.set('after', page.after)
  return await call<InboxPage>({ path: `/accounts/${accountId}/conversations?${query}`, signal: page.signal })
}

export async function readConversation(place: ConversationPlace, signal: AbortSignal): Promise<Conversation> {
  return await call<Conversation>({ path: conversationPath(place), signal })
}

/** Where a conversation stands in the API. */
export interface ConversationPlace {
  readonly accountId: string
  readonly conversationId: string
}

export function conversationPath(place: ConversationPlace): string {
  return `/accounts/${place.accountId}/conversations/${place.conversationId}`
}
