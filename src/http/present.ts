import type { Finding } from '../model/finding.ts'
import { relayCase } from '../model/relay-address.ts'
import { sellerCentralTldOf } from '../policy/pack/marketplaces.ts'
import type { CheckResult } from '../policy/check/check.ts'
import type { InboxPage, ReadableConversation } from '../flow/list-inbox.ts'
import type { OpenConversation } from '../flow/show-conversation.ts'
import type { MyAccount } from '../flow/show-me.ts'
import type { ReplyRow } from '../store/outbox.ts'
import { cursorText } from './cursor.ts'
import { presentDeadline, presentMessage, presentOrder } from './present-message.ts'
import type {
  AccountView,
  ConversationRowView,
  ConversationView,
  FindingView,
  InboxView,
  ReplyView,
  VerdictView,
} from './route/shapes.ts'

/* What leaves through HTTP, built field by field. */

export function presentFinding(finding: Finding): FindingView {
  const { rule, title, force, span, reason, source, fix } = finding
  return { rule, title, force, span, reason, source, fix: fix ?? null }
}

export function presentVerdict(result: Pick<CheckResult, 'verdict' | 'findings' | 'pack'>): VerdictView {
  return { verdict: result.verdict, findings: result.findings.map(presentFinding), pack: result.pack }
}

export function presentReply(row: ReplyRow, text: string | undefined): ReplyView {
  return {
    id: String(row.id),
    conversationId: String(row.conversationId),
    state: row.state,
    reason: row.reason ?? null,
    text: text ?? '',
    createdAt: row.createdAt.toISOString(),
    notBefore: row.notBefore.toISOString(),
    changedAt: row.changedAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
    attempt: row.attempt,
    isAcknowledgement: row.isAcknowledgement,
    filed: row.filed ?? null,
    copyMissingAt: row.copyMissingAt?.toISOString() ?? null,
  }
}

export function presentRow(conversation: ReadableConversation): ConversationRowView {
  const { row } = conversation
  return {
    id: String(row.id),
    state: row.state,
    version: row.version,
    buyerName: conversation.buyerName ?? '',
    subject: conversation.subject ?? '',
    preview: conversation.preview ?? '',
    orderId: row.orderId ?? null,
    marketplaceId: row.marketplaceId ?? null,
    unansweredSince: row.unansweredSince?.toISOString() ?? null,
    dueAt: row.dueAt?.toISOString() ?? null,
    claimAt: row.claimAt?.toISOString() ?? null,
    reopened: row.reopened ?? null,
    lastMessageAt: row.lastMessageAt.toISOString(),
    hasRedactions: row.hasRedactions,
    isDamaged: conversation.isDamaged,
  }
}

export function presentConversation(open: OpenConversation): ConversationView {
  const { draft } = open
  return {
    ...presentRow(open),
    messages: open.messages.map(presentMessage),
    replies: open.replies.map(({ row, text }) => presentReply(row, text)),
    draft: draft ? { text: draft.text, version: draft.version, changedAt: draft.changedAt.toISOString() } : null,
    sender: open.sender ?? null,
    deadlines: open.deadlines.map(presentDeadline),
    order: open.order ? presentOrder(open.order) : null,
    sellerCentralUrl: sellerCentralUrl(open),
    retention: {
      personDueAt: open.retention.personDueAt.toISOString(),
      textDueAt: open.retention.textDueAt.toISOString(),
    },
  }
}

export function presentInbox(page: InboxPage): InboxView {
  return {
    items: page.items.map(presentRow),
    next: page.next ? cursorText(page.next) : null,
    counts: { ...page.counts },
  }
}

export function presentAccount(mine: MyAccount): AccountView {
  return {
    id: String(mine.account.id),
    name: mine.account.name,
    role: mine.role,
    permissions: [...mine.permissions],
    needsReply: mine.needsReply,
    mailboxes: [...mine.mailboxes],
  }
}

/**
 * Where the original stands: the case in Seller Central when the address names it, the order when only Amazon spoke,
 * else the list of messages.
 */
function sellerCentralUrl({ relay, row }: OpenConversation): string | null {
  const tld = relay?.split('@marketplace.amazon.')[1] ?? sellerCentralTldOf(row.marketplaceId)
  if (tld === undefined) return null
  const home = `https://sellercentral.amazon.${tld}`
  if (relay === undefined && row.orderId !== undefined) return `${home}/orders-v3/order/${row.orderId}`
  const caseId = relay && relayCase(relay)
  return caseId === undefined ? `${home}/messaging/inbox` : `${home}/messaging/inbox?fi=caseId&ss=${caseId}`
}
