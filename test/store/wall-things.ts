import { sql } from 'kysely'

import type { IdSource } from '../../src/base/id.ts'
import {
  type AccountId,
  type AttachmentId,
  type ConversationId,
  type DeadlineId,
  type DraftId,
  freshId,
  type MailboxId,
  type MessageId,
  type PersonId,
  type QuarantineId,
  type ReplyId,
  type RuleChangeId,
  type TokenId,
} from '../../src/model/ids.ts'
import type { Tx } from '../../src/store/database.ts'

/** Everything of one account that a store function can be asked for. */
export interface Things {
  readonly accountId: AccountId
  readonly personId: PersonId
  readonly tokenId: TokenId
  readonly mailboxId: MailboxId
  readonly address: string
  /** Of the mailbox's position, which nothing was fetched for yet. */
  readonly lastUid: number
  readonly conversationId: ConversationId
  readonly orderId: string
  /** An order of which the account alone knows something. */
  readonly reportedOrderId: string
  readonly threadHash: string
  readonly messageId: MessageId
  readonly messageDedupe: string
  readonly draftId: DraftId
  readonly draftVersion: number
  readonly replyId: ReplyId
  readonly idempotencyKey: string
  readonly mailId: string
  readonly quarantineId: QuarantineId
  readonly quarantineDedupe: string
  readonly ruleChangeId: RuleChangeId
  readonly deadlineId: DeadlineId
  readonly attachmentId: AttachmentId
}

/** The things of an account, as a role past row security reads them. */
export async function readThings(tx: Tx, accountId: AccountId): Promise<Things> {
  const { rows } = await sql<Things>`
    select a.account_id as "accountId", p.person_id as "personId", p.token_id as "tokenId",
           b.mailbox_id as "mailboxId", b.address as "address", l.last_uid as "lastUid", c.conversation_id as "conversationId",
           c.order_id as "orderId", f.order_id as "reportedOrderId", h.thread_hash as "threadHash", m.message_id as "messageId",
           m.dedupe as "messageDedupe", d.draft_id as "draftId", d.version as "draftVersion",
           o.reply_id as "replyId", o.idempotency_key as "idempotencyKey", o.mail_id as "mailId",
           q.quarantine_id as "quarantineId", q.dedupe as "quarantineDedupe",
           r.rule_change_id as "ruleChangeId", x.deadline_id as "deadlineId", y.attachment_id as "attachmentId"
      from account a
      join membership s on s.account_id = a.account_id and s.role = 'owner'
      join person_token p on p.person_id = s.person_id
      join mailbox b on b.account_id = a.account_id
      join mailbox_position l on l.account_id = a.account_id and l.mailbox_id = b.mailbox_id
      join conversation c on c.account_id = a.account_id
      join order_fact f on f.account_id = a.account_id
      join conversation_thread h on h.account_id = a.account_id
      join message m on m.account_id = a.account_id
      join draft d on d.account_id = a.account_id
      join outbox o on o.account_id = a.account_id
      join quarantine q on q.account_id = a.account_id
      join rule_change r on r.account_id = a.account_id
      join deadline x on x.account_id = a.account_id
      join attachment y on y.account_id = a.account_id and y.message_id = m.message_id
     where a.account_id = ${accountId}
     limit 1`.execute(tx)
  const [things] = rows
  if (!things) throw new Error('the account does not hold one of everything')
  return things
}

/** Names of things that nobody ever had. */
export function ghostThings(ids: IdSource): Things {
  return {
    accountId: freshId<AccountId>(ids),
    personId: freshId<PersonId>(ids),
    tokenId: freshId<TokenId>(ids),
    mailboxId: freshId<MailboxId>(ids),
    address: 'ghost@shop.example',
    lastUid: 1,
    conversationId: freshId<ConversationId>(ids),
    orderId: '999-0000000-0000000',
    reportedOrderId: '999-0000000-0000001',
    threadHash: 'ghost-thread',
    messageId: freshId<MessageId>(ids),
    messageDedupe: 'ghost-message',
    draftId: freshId<DraftId>(ids),
    draftVersion: 1,
    replyId: freshId<ReplyId>(ids),
    idempotencyKey: 'ghost-key',
    mailId: '<ghost@shop.example>',
    quarantineId: freshId<QuarantineId>(ids),
    quarantineDedupe: 'ghost-mail',
    ruleChangeId: freshId<RuleChangeId>(ids),
    deadlineId: freshId<DeadlineId>(ids),
    attachmentId: freshId<AttachmentId>(ids),
  }
}
