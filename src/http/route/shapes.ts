import { z } from '@hono/zod-openapi'

import { CONVERSATION_STATES } from '../../model/conversation.ts'
import { SENSITIVE_KINDS } from '../../model/redaction.ts'
import { RULE_REASON_MAX_CHARACTERS } from '../../model/rule-change.ts'
import { MESSAGE_TOPICS } from '../../model/message.ts'
import { REPLY_FILED, REPLY_STATES } from '../../model/reply.ts'
import { id, instant } from './basic-shapes.ts'
import { AttachmentShape, DeadlineShape, FactsShape, NoResponseShape, OrderShape } from './message-shapes.ts'

const span = z.object({ start: z.int(), end: z.int() })

export const SourceShape = z
  .object({
    key: z.string(),
    title: z.string(),
    read: z.string(),
    grade: z.enum(['official', 'vendor', 'unconfirmed']),
  })
  .openapi('Source')

export const FindingShape = z
  .object({
    rule: z.string(),
    title: z.string(),
    force: z.enum(['never', 'by-two', 'advice']),
    span,
    reason: z.string(),
    source: SourceShape,
    fix: z.object({ label: z.string(), span, text: z.string() }).nullable(),
  })
  .openapi('Finding')

export const VerdictShape = z
  .object({
    verdict: z.enum(['clear', 'advice', 'blocked', 'uncovered']),
    findings: z.array(FindingShape),
    pack: z.string(),
  })
  .openapi('Verdict')

export const ProblemShape = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string().optional(),
    requestId: z.string(),
    findings: z.array(FindingShape).optional(),
  })
  .openapi('Problem')

export const ReplyShape = z
  .object({
    id,
    conversationId: id,
    state: z.enum(REPLY_STATES),
    reason: z.string().nullable(),
    text: z.string(),
    createdAt: instant,
    /** Until then it can be undone. */
    notBefore: instant,
    changedAt: instant,
    /** When our mail server took it, or Amazon's copy told that it left. */
    sentAt: instant.nullable(),
    /** How often it was handed to our mail server. */
    attempt: z.int(),
    /** It only says that the message came: the buyer still waits for an answer. */
    isAcknowledgement: z.boolean(),
    /** What the Sent folder says: a copy was put there, or could not be; or one was looked for. */
    filed: z.enum(REPLY_FILED).nullable(),
    /** Since when the copy that Amazon usually sends is missing. */
    copyMissingAt: instant.nullable(),
  })
  .openapi('Reply')

export const RepliesShape = z.object({ items: z.array(ReplyShape) }).openapi('Replies')

export const MessageShape = z
  .object({
    id,
    direction: z.enum(['in', 'out']),
    kind: z.enum(['buyer', 'reply', 'copy', 'notice']),
    at: instant,
    text: z.string(),
    redactions: z.array(z.object({ kind: z.enum(SENSITIVE_KINDS), start: z.int(), end: z.int() })),
    authenticity: z.enum(['verified', 'unverified']),
    replyId: id.nullable(),
    /** What a notice of Amazon's tells, or that its customer service writes for a buyer. */
    topic: z.enum(MESSAGE_TOPICS).nullable(),
    facts: FactsShape,
    /** Amazon's format was not recognised: the text is the whole mail. */
    isWhole: z.boolean(),
    /** It was old when it came in, and runs no clock. */
    isHistory: z.boolean(),
    attachments: z.array(AttachmentShape),
    /** A person says that it needs no answer. */
    noResponse: NoResponseShape.nullable(),
    /** Amazon's own link to say so there, of a verified mail. A person opens it; the desk never does. */
    noResponseUrl: z.url({ protocol: /^https$/ }).nullable(),
  })
  .openapi('Message')

export const ConversationRowShape = z
  .object({
    id,
    state: z.enum(CONVERSATION_STATES),
    version: z.int(),
    buyerName: z.string(),
    subject: z.string(),
    preview: z.string(),
    orderId: z.string().nullable(),
    marketplaceId: z.string().nullable(),
    unansweredSince: instant.nullable(),
    dueAt: instant.nullable(),
    claimAt: instant.nullable(),
    reopened: z.enum(['bounced', 'opted-out', 'refused', 'held', 'failed']).nullable(),
    lastMessageAt: instant,
    hasRedactions: z.boolean(),
    /** What is stored was changed behind the desk's back: nothing of it can be shown. */
    isDamaged: z.boolean(),
  })
  .openapi('ConversationRow')

export const DraftShape = z.object({ text: z.string(), version: z.int(), changedAt: instant }).openapi('Draft')

export const ConversationShape = ConversationRowShape.extend({
  messages: z.array(MessageShape),
  replies: z.array(ReplyShape),
  draft: DraftShape.nullable(),
  /** What must be done in time besides the answer, the one due first on top. */
  deadlines: z.array(DeadlineShape),
  order: OrderShape.nullable(),
  /** Address the answer leaves from. */
  sender: z.string().nullable(),
  /** Where the original stands; redaction here cannot be undone. */
  sellerCentralUrl: z.string().nullable(),
  /** When names, and the text, are due to be destroyed. The desk says it, and does not do it by itself. */
  retention: z.object({ personDueAt: instant, textDueAt: instant }),
}).openapi('Conversation')

export const InboxShape = z
  .object({
    items: z.array(ConversationRowShape),
    next: z.string().nullable(),
    counts: z.object({ needsReply: z.int(), onUs: z.int(), alerts: z.int() }),
  })
  .openapi('Inbox')

export const AccountShape = z
  .object({
    id,
    name: z.string(),
    role: z.enum(['owner', 'desk']),
    permissions: z.array(z.string()),
    needsReply: z.int(),
    mailboxes: z.array(z.string()),
  })
  .openapi('Account')

export const MeShape = z
  .object({
    person: z.object({ id, name: z.string() }),
    accounts: z.array(AccountShape),
    pack: z.object({ id: z.string(), date: z.string() }),
    undoSeconds: z.int(),
  })
  .openapi('Me')

/** One event of `GET /api/v1/events`: ids only; the reader asks again and permissions are checked again. */
export const ChangeShape = z
  .object({
    type: z.enum(['conversation', 'reply', 'quarantine', 'account', 'mailbox', 'alert']),
    accountId: id,
    id,
    conversationId: id.nullable(),
  })
  .openapi('Change')

export type FindingView = z.infer<typeof FindingShape>
export type VerdictView = z.infer<typeof VerdictShape>
export type ProblemView = z.infer<typeof ProblemShape>
export type ReplyView = z.infer<typeof ReplyShape>
export type MessageView = z.infer<typeof MessageShape>
export type ConversationRowView = z.infer<typeof ConversationRowShape>
export type DraftView = z.infer<typeof DraftShape>
export type ConversationView = z.infer<typeof ConversationShape>
export type InboxView = z.infer<typeof InboxShape>
export type AccountView = z.infer<typeof AccountShape>
export type MeView = z.infer<typeof MeShape>
export type ChangeView = z.infer<typeof ChangeShape>

const ForceShape = z.enum(['never', 'by-two', 'advice'])

export const AccountRuleShape = z
  .object({
    id: z.string(),
    title: z.string(),
    force: ForceShape,
    packForce: ForceShape,
    mayLoosen: z.boolean(),
    reason: z.string(),
    source: SourceShape,
    changed: z.object({ personId: z.string(), at: instant, reason: z.string() }).nullable(),
  })
  .openapi('AccountRule')
export type AccountRuleView = z.infer<typeof AccountRuleShape>

export const RuleWishShape = z
  .object({ force: ForceShape, reason: z.string().trim().min(1).max(RULE_REASON_MAX_CHARACTERS) })
  .openapi('RuleWish')
export const ChangedRuleShape = z
  .object({ id: z.string(), force: ForceShape, reason: z.string() })
  .openapi('ChangedRule')
