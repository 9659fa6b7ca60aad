import type { ColumnType } from 'kysely'

import type { CopiesOfOwnMails } from '../model/account.ts'
import type { AlertEnd, AlertKind } from '../model/alert.ts'
import type { SenderState } from '../model/approved-sender.ts'
import type { ArrivalOutcome, MailDoor } from '../model/arrival.ts'
import type { ConversationState, ReopenReason } from '../model/conversation.ts'
import type { DeadlineEnd, DeadlineKind } from '../model/deadline.ts'
import type {
  AccountId,
  AlertId,
  AttachmentId,
  ConversationId,
  DeadlineId,
  DraftId,
  MailboxId,
  MessageId,
  PersonId,
  QuarantineId,
  ReplyId,
  RuleChangeId,
  TokenId,
} from '../model/ids.ts'
import type { RuleForce } from '../model/finding.ts'
import type { StoredFacts } from '../model/mail-facts.ts'
import type { MailSecurity, WatchState } from '../model/mailbox-source.ts'
import type { Authenticity, MessageDirection, MessageKind, MessageTopic } from '../model/message.ts'
import type { Role } from '../model/permission.ts'
import type { QuarantineReason, QuarantineState, ReleaseProblem } from '../model/quarantined-mail.ts'
import type { Redaction } from '../model/redaction.ts'
import type { NoResponseReason } from '../model/no-response.ts'
import type { ReplyFiled, ReplyState } from '../model/reply.ts'
import type { ThreadNameKind } from '../model/thread-name.ts'

/** What the tables hold, column by column; the migrations are the truth and a test compares the two. */
export interface Tables {
  person: PersonTable
  person_token: PersonTokenTable
  account: AccountTable
  membership: MembershipTable
  account_key: AccountKeyTable
  mailbox: MailboxTable
  conversation: ConversationTable
  conversation_key: ConversationKeyTable
  conversation_thread: ConversationThreadTable
  message: MessageTable
  draft: DraftTable
  outbox: OutboxTable
  quarantine: QuarantineTable
  evidence_pending: EvidencePendingTable
  rule_change: RuleChangeTable
  mailbox_source: MailboxSourceTable
  mailbox_position: MailboxPositionTable
  mailbox_watch: MailboxWatchTable
  arrival: ArrivalTable
  reconciliation: ReconciliationTable
  deadline: DeadlineTable
  attachment: AttachmentTable
  order_fact: OrderFactTable
  approved_sender: ApprovedSenderTable
  no_response: NoResponseTable
  alert: AlertTable
}

interface PersonTable {
  person_id: PersonId
  kind: 'human' | 'desk'
  name: string
  pseudonym_key: Uint8Array
  pseudonym_epoch: number
  created_at: Date
}

interface PersonTokenTable {
  person_id: PersonId
  token_id: TokenId
  kind: 'link' | 'browser'
  token_hash: string
  created_at: Date
  expires_at: Date
  revoked_at: Date | null
}

interface AccountTable {
  account_id: AccountId
  name: string
  created_at: Date
}

interface MembershipTable {
  account_id: AccountId
  person_id: PersonId
  role: Role
  until: Date | null
}

interface AccountKeyTable {
  account_id: AccountId
  epoch: number
  wrapped_key: Uint8Array
}

interface MailboxTable {
  account_id: AccountId
  mailbox_id: MailboxId
  address: string
  approved_sender: string
  copies: CopiesOfOwnMails
  created_at: Date
  authserv_ids: readonly string[]
  deadlines_from: Date | null
  copies_since: Date | null
  keeps_sent: boolean
}

interface ConversationTable {
  account_id: AccountId
  conversation_id: ConversationId
  mailbox_id: MailboxId
  state: ConversationState
  version: number
  marketplace_id: string | null
  order_id: string | null
  assignee: PersonId | null
  unanswered_since: Date | null
  due_at: Date | null
  claim_at: Date | null
  reopened: ReopenReason | null
  last_message_at: Date
  has_redactions: boolean
  person_sealed: Uint8Array
  text_sealed: Uint8Array
  alert_at: Date | null
}

interface ConversationKeyTable {
  account_id: AccountId
  conversation_id: ConversationId
  kind: 'person' | 'text'
  wrapped_key: Uint8Array
}

interface ConversationThreadTable {
  account_id: AccountId
  thread_hash: string
  conversation_id: ConversationId
  kind: ThreadNameKind
}

interface MessageTable {
  account_id: AccountId
  message_id: MessageId
  conversation_id: ConversationId
  direction: MessageDirection
  kind: MessageKind
  at: Date
  authenticity: Authenticity
  dedupe: string
  reply_id: ReplyId | null
  redactions: ColumnType<readonly Redaction[], string, string>
  body_sealed: Uint8Array
  topic: MessageTopic | null
  facts: ColumnType<StoredFacts, string, string>
  is_whole: boolean
  is_history: boolean
  link_sealed: Uint8Array | null
}

interface DraftTable {
  account_id: AccountId
  draft_id: DraftId
  conversation_id: ConversationId
  person_id: PersonId
  version: number
  changed_at: Date
  body_sealed: Uint8Array
}

interface OutboxTable {
  account_id: AccountId
  reply_id: ReplyId
  conversation_id: ConversationId
  person_id: PersonId
  answers_message_id: MessageId
  idempotency_key: string
  state: ReplyState
  attempt: number
  mail_id: string
  reason: string | null
  created_at: Date
  not_before: Date
  sent_at: Date | null
  changed_at: Date
  body_sealed: Uint8Array
  is_acknowledgement: boolean
  filed: ReplyFiled | null
  copy_missing_at: Date | null
}

interface QuarantineTable {
  account_id: AccountId
  quarantine_id: QuarantineId
  mailbox_id: MailboxId
  reason: QuarantineReason
  received_at: Date
  due_at: Date
  destroy_at: Date
  size_bytes: number
  dedupe: string
  wrapped_key: Uint8Array
  extract_sealed: Uint8Array
  raw_sealed: Uint8Array | null
  origin: number | null
  uid_validity: number | null
  uid: number | null
  state: QuarantineState
  decided_by: PersonId | null
  decided_at: Date | null
  release_problem: ReleaseProblem | null
}

interface EvidencePendingTable {
  entry_id: number
  account_id: AccountId
  leaf: string
}

interface RuleChangeTable {
  account_id: AccountId
  rule_change_id: RuleChangeId
  rule: string
  force: RuleForce
  person_id: PersonId
  changed_at: Date
  reason_sealed: Uint8Array
}

interface MailboxSourceTable {
  account_id: AccountId
  mailbox_id: MailboxId
  version: number
  host: string
  port: number
  security: MailSecurity
  folder: string
  login_sealed: Uint8Array
  changed_at: Date
}

interface MailboxPositionTable {
  account_id: AccountId
  mailbox_id: MailboxId
  uid_validity: number
  last_uid: number
  moved_at: Date
  origin: number
}

interface MailboxWatchTable {
  account_id: AccountId
  mailbox_id: MailboxId
  state: WatchState
  problem: string | null
  since: Date
  seen_at: Date
  retry_at: Date | null
  behind: number
}

interface ArrivalTable {
  account_id: AccountId
  mailbox_id: MailboxId
  door: MailDoor
  origin: number
  uid_validity: number
  uid: number
  arrived_at: Date
  taken_at: Date
  outcome: ArrivalOutcome
  object_id: number | null
}

interface ReconciliationTable {
  account_id: AccountId
  mailbox_id: MailboxId
  /** Such as `2026-11-24`. */
  day: string
  on_server: number
  stored: number
  repeated: number
  noticed: number
  quarantined: number
  missing: number
  gone: number
  reckoned_at: Date
}

interface DeadlineTable {
  account_id: AccountId
  deadline_id: DeadlineId
  conversation_id: ConversationId
  message_id: MessageId
  kind: DeadlineKind
  starts_at: Date
  due_at: Date
  settled_at: Date | null
  settled_by: DeadlineEnd | null
}

interface AttachmentTable {
  account_id: AccountId
  attachment_id: AttachmentId
  conversation_id: ConversationId
  message_id: MessageId
  position: number
  kind: string
  is_risky: boolean
  size_bytes: number
  destroy_at: Date
  wrapped_key: Uint8Array
  name_sealed: Uint8Array
  raw_sealed: Uint8Array | null
}

interface OrderFactTable {
  account_id: AccountId
  order_id: string
  marketplace_id: string | null
  fulfilled_by: 'amazon' | 'merchant' | 'unknown'
  purchased_at: Date | null
  ship_by_at: Date | null
  latest_delivery_at: Date | null
  programmes: readonly string[]
  total_minor: number | null
  currency: string | null
  source: 'report' | 'mail'
  taken_at: Date
}

interface ApprovedSenderTable {
  account_id: AccountId
  address: string
  state: SenderState
  changed_at: Date
}

interface NoResponseTable {
  account_id: AccountId
  message_id: MessageId
  conversation_id: ConversationId
  person_id: PersonId
  reason: NoResponseReason
  marked_at: Date
}

interface AlertTable {
  account_id: AccountId
  alert_id: AlertId
  conversation_id: ConversationId | null
  kind: AlertKind
  object_id: number
  due_at: Date
  raised_at: Date
  ended_at: Date | null
  ended_by: AlertEnd | null
}
