import type {
  AccountId,
  AttachmentId,
  ConversationId,
  DraftId,
  MailboxId,
  MessageId,
  QuarantineId,
  ReplyId,
  RuleChangeId,
} from '../model/ids.ts'
import type { Place } from '../seal/place.ts'

/* Where each sealed column belongs. A ciphertext opens at its own place only. */

export function buyerFacePlace(account: AccountId, conversation: ConversationId): Place {
  return { table: 'conversation', column: 'person_sealed', account, conversation, row: conversation }
}

export function textFacePlace(account: AccountId, conversation: ConversationId): Place {
  return { table: 'conversation', column: 'text_sealed', account, conversation, row: conversation }
}

export function messagePlace(account: AccountId, conversation: ConversationId, row: MessageId): Place {
  return { table: 'message', column: 'body_sealed', account, conversation, row }
}

export function messageLinkPlace(account: AccountId, conversation: ConversationId, row: MessageId): Place {
  return { table: 'message', column: 'link_sealed', account, conversation, row }
}

export function draftPlace(account: AccountId, conversation: ConversationId, row: DraftId): Place {
  return { table: 'draft', column: 'body_sealed', account, conversation, row }
}

export function replyPlace(account: AccountId, conversation: ConversationId, row: ReplyId): Place {
  return { table: 'outbox', column: 'body_sealed', account, conversation, row }
}

export function attachmentNamePlace(account: AccountId, conversation: ConversationId, row: AttachmentId): Place {
  return { table: 'attachment', column: 'name_sealed', account, conversation, row }
}

export function attachmentRawPlace(account: AccountId, conversation: ConversationId, row: AttachmentId): Place {
  return { table: 'attachment', column: 'raw_sealed', account, conversation, row }
}

const NO_CONVERSATION = 0

export function quarantineExtractPlace(account: AccountId, row: QuarantineId): Place {
  return { table: 'quarantine', column: 'extract_sealed', account, conversation: NO_CONVERSATION, row }
}

export function quarantineRawPlace(account: AccountId, row: QuarantineId): Place {
  return { table: 'quarantine', column: 'raw_sealed', account, conversation: NO_CONVERSATION, row }
}

export function ruleChangePlace(account: AccountId, row: RuleChangeId): Place {
  return { table: 'rule_change', column: 'reason_sealed', account, conversation: NO_CONVERSATION, row }
}

export function loginPlace(account: AccountId, row: MailboxId): Place {
  return { table: 'mailbox_source', column: 'login_sealed', account, conversation: NO_CONVERSATION, row }
}
