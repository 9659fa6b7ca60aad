import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'

import { readAlerts } from './alerts.ts'
import type { ConversationPlace, InboxViewName } from './conversations.ts'
import { readConversation, readInboxPage } from './conversations.ts'
import { readDues } from './deadlines.ts'
import { readMailboxes } from './mailboxes.ts'
import type { QuarantineView } from './quarantine.ts'
import { readQuarantine } from './quarantine.ts'
import { readProofs } from './reconciliation.ts'
import { readResponseFigure } from './response-figure.ts'
import { readRules } from './rules.ts'
import { readSenders } from './senders.ts'
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

export function alertsQuery(accountId: string) {
  return queryOptions({
    queryKey: alertsKey(accountId),
    queryFn: ({ signal }) => readAlerts(accountId, signal),
  })
}

/** What runs in all conversations, page by page, due first. */
export function duesQuery(accountId: string) {
  return infiniteQueryOptions({
    queryKey: duesKey(accountId),
    queryFn: ({ pageParam, signal }) => readDues(accountId, { after: pageParam, signal }),
    initialPageParam: undefined as string | undefined, // proof: undefined is one of the two
    getNextPageParam: (page) => page.next ?? undefined,
  })
}

export function responseFigureQuery(accountId: string) {
  return queryOptions({
    queryKey: responseFigureKey(accountId),
    queryFn: ({ signal }) => readResponseFigure(accountId, signal),
  })
}

export function sendersQuery(accountId: string) {
  return queryOptions({
    queryKey: sendersKey(accountId),
    queryFn: ({ signal }) => readSenders(accountId, signal),
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

export function alertsKey(accountId: string) {
  return ['account', accountId, 'alerts'] as const
}

export function duesKey(accountId: string) {
  return ['account', accountId, 'dues'] as const
}

export function responseFigureKey(accountId: string) {
  return ['account', accountId, 'response-figure'] as const
}

export function sendersKey(accountId: string) {
  return ['account', accountId, 'senders'] as const
}
