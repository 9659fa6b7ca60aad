import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'

import type { ConversationPlace, InboxViewName } from './conversations.ts'
import { readConversation, readInboxPage } from './conversations.ts'
import { readMailboxes } from './mailboxes.ts'
import type { QuarantineView } from './quarantine.ts'
import { readQuarantine } from './quarantine.ts'
import { readProofs } from './reconciliation.ts'
import { readRules } from './rules.ts'
import { readMe } from './session.ts'

/** Who is signed in; null once the desk has said that nobody is. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => readMe(signal),
})

/** The list of one view, page by page, due first. */
export function inboxQuery(accountId: string, view: InboxViewName) {
  return infiniteQueryOptions({
    queryKey: [...inboxKey(accountId), view],
    queryFn: ({ pageParam, signal }) => readInboxPage(accountId, { view, after: pageParam, signal }),
    initialPageParam: undefined as string | undefined, // proof: undefined is one of the two
    getNextPageParam: (page) => page.next ?? undefined,
  })
}

export function conversationQuery(place: ConversationPlace) {
  return queryOptions({
    queryKey: conversationKey(place),
    queryFn: ({ signal }) => readConversation(place, signal),
  })
}

export function rulesQuery(accountId: string) {
  return queryOptions({
    queryKey: rulesKey(accountId),
    queryFn: ({ signal }) => readRules(accountId, signal),
  })
}

export function quarantineQuery(accountId: string, view: QuarantineView) {
  return queryOptions({
    queryKey: [...quarantineKey(accountId), view],
    queryFn: ({ signal }) => readQuarantine(accountId, view, signal),
  })
}

export function mailboxesQuery(accountId: string) {
  return queryOptions({
    queryKey: mailboxesKey(accountId),
    queryFn: ({ signal }) => readMailboxes(accountId, signal),
  })
}

export function proofsQuery(accountId: string) {
  return queryOptions({
    queryKey: proofsKey(accountId),
    queryFn: ({ signal }) => readProofs(accountId, signal),
  })
}

/** Prefix of every view's list. */
export function inboxKey(accountId: string) {
  return ['account', accountId, 'inbox'] as const
}

export function conversationKey(place: ConversationPlace) {
  return ['account', place.accountId, 'conversation', place.conversationId] as const
}

export function rulesKey(accountId: string) {
  return ['account', accountId, 'rules'] as const
}

/** Prefix of both lists. */
export function quarantineKey(accountId: string) {
  return ['account', accountId, 'quarantine'] as const
}

export function mailboxesKey(accountId: string) {
  return ['account', accountId, 'mailboxes'] as const
}

export function proofsKey(accountId: string) {
  return ['account', accountId, 'proofs'] as const
}
