import { NO_FACTS } from '../../src/model/mail-facts.ts'
import type { AccountScope, PersonScope } from '../../src/model/scope.ts'
import { mintPersonScope } from '../../src/policy/access/mint-scope.ts'
import type { SealedText } from '../../src/seal/sealed-body.ts'
import type { SealedRaw } from '../../src/seal/sealed-raw.ts'
import { findAccount, findAccountKey, insertAccountKey, listAccountIds } from '../../src/store/account.ts'
import { insertAttachments, listAttachments } from '../../src/store/attachment.ts'
import { findConversationKeys, insertConversationKeys } from '../../src/store/conversation-key.ts'
import {
  findConversation,
  findConversations,
  insertConversations,
  listConversationsOfOrder,
  lockConversation,
  lockConversations,
  newestOfOrders,
  setClocks,
  setFaces,
} from '../../src/store/conversation.ts'
import {
  findDeadline,
  insertDeadlines,
  listDeadlines,
  settleDeadline,
  settleDeadlinesOf,
} from '../../src/store/deadline.ts'
import { findDraft, insertDraft, updateDraft } from '../../src/store/draft.ts'
import { insertEvidence } from '../../src/store/evidence.ts'
import { countNeedsReply, countOnUs, listInbox } from '../../src/store/inbox.ts'
import { findMailbox, insertMailbox, listMailboxes, listMailboxesAt, markCopiesSeen } from '../../src/store/mailbox.ts'
import { findMembership } from '../../src/store/membership.ts'
import {
  findLastBuyerMessage,
  insertMessages,
  knownMessages,
  listMessages,
  listMessageTimes,
} from '../../src/store/message.ts'
import {
  findReply,
  findReplyByKey,
  findReplyByMailId,
  insertReply,
  listReplies,
  listRepliesOfAccount,
  listReplyTimes,
  moveReply,
} from '../../src/store/outbox.ts'
import { listOverdueReplies, listStuckReplies } from '../../src/store/outbox-left.ts'
import { findOrder, findOrders, listConversationsAbout, upsertOrders } from '../../src/store/order-fact.ts'
import { insertToken, revokeToken } from '../../src/store/person-token.ts'
import { findPerson } from '../../src/store/person.ts'
import { insertQuarantine } from '../../src/store/quarantine.ts'
import { insertRuleChange, listRuleChanges } from '../../src/store/rule-change.ts'
import { findCases, findThreads, insertThreads } from '../../src/store/thread.ts'
import { MAILBOX_WALL_CASES } from './mailbox-wall-cases.ts'
import type { WallCase } from './wall-case.ts'
import { ALERT_CASES } from './wall-cases-alert.ts'
import { ANSWERED_CASES } from './wall-cases-answered.ts'
import { COPY_CASES } from './wall-cases-copies.ts'
import { SENT_CASES } from './wall-cases-sent.ts'
import { PROOF_CASES } from './wall-cases-proof.ts'

const AT = new Date('2026-11-24T12:00:00.000Z')
const LATER = new Date('2030-01-01T00:00:00.000Z')
const BYTES = new Uint8Array([1, 2, 3])
const SEALED = BYTES as Uint8Array as SealedText // proof: the walls do not read it
const RAW = BYTES as Uint8Array as SealedRaw // proof: the walls do not read it
const FACE = { lastMessageAt: AT, hasRedactions: true, buyerFace: SEALED, textFace: SEALED }
const ORDER = {
  marketplaceId: undefined,
  fulfilledBy: 'amazon',
  purchasedAt: AT,
  shipByAt: undefined,
  latestDeliveryAt: undefined,
  programmes: [],
  total: undefined,
  source: 'report',
} as const
const CLOCK = { state: 'closed', unansweredSince: AT, dueAt: AT, claimAt: AT, reopened: 'failed', alertAt: AT } as const

/** One call of every store function that reads or writes what belongs to an account or a person. */
export const WALL_CASES: Readonly<Record<string, WallCase>> = {
  findAccount: (tx, scope) => findAccount(tx, scope),
  findAccountKey: (tx, scope) => findAccountKey(tx, scope),
  insertAccountKey: (tx, scope) => insertAccountKey(tx, scope, { epoch: 1, wrapped: BYTES }),
  listAccountIds: (tx, scope) => listAccountIds(tx, personOf(scope)),

  findConversationKeys: (tx, scope, { conversationId }) => findConversationKeys(tx, scope, [conversationId]),
  insertConversationKeys: (tx, scope, { conversationId }) =>
    insertConversationKeys(tx, scope, [{ conversationId, person: BYTES, text: BYTES }]),

  findConversation: (tx, scope, { conversationId }) => findConversation(tx, scope, conversationId),
  lockConversation: (tx, scope, { conversationId }) => lockConversation(tx, scope, conversationId),
  listConversationsOfOrder: (tx, scope, { orderId, ...things }) =>
    // The same buyer wrote to both accounts about one order, so what is mine is left out.
    listConversationsOfOrder(tx, scope, orderId).then((ids) => ids.filter((id) => id === things.conversationId)),
  lockConversations: (tx, scope, { conversationId }) => lockConversations(tx, scope, [conversationId]),
  newestOfOrders: (tx, scope, { orderId, ...things }) =>
    newestOfOrders(tx, scope, [orderId]).then((newest) => newest.get(orderId) === things.conversationId),
  setClocks: (tx, scope, { conversationId }) => setClocks(tx, scope, [{ ...CLOCK, id: conversationId }]),
  findConversations: (tx, scope, { conversationId }) => findConversations(tx, scope, [conversationId]),
  setFaces: (tx, scope, { conversationId, orderId }) => setFaces(tx, scope, [{ ...FACE, id: conversationId, orderId }]),
  insertConversations: (tx, scope, { conversationId, mailboxId, orderId }) =>
    insertConversations(tx, scope, [{ ...FACE, id: conversationId, mailboxId, marketplaceId: undefined, orderId }]),

  findDraft: (tx, scope, { conversationId }) => findDraft(tx, scope, conversationId),
  insertDraft: (tx, scope, { draftId, conversationId }) =>
    insertDraft(tx, scope, { id: draftId, conversationId, body: SEALED, changedAt: AT }),
  updateDraft: (tx, scope, { draftId, draftVersion }) =>
    updateDraft(tx, scope, { id: draftId, from: draftVersion, body: SEALED, changedAt: AT }),

  insertEvidence: (tx, scope, { messageId }) => insertEvidence(tx, scope, [{ id: messageId, leaf: 'planted' }]),

  listInbox: (tx, scope) => listInbox(tx, scope, { view: 'all', after: undefined, limit: 100 }),
  countNeedsReply: (tx, scope) => countNeedsReply(tx, scope),
  countOnUs: async (tx, scope, { conversationId }) => {
    await setClocks(tx, scope, [{ ...CLOCK, id: conversationId, state: 'on-us' }])
    return countOnUs(tx, scope)
  },

  insertMailbox: (tx, scope, { accountId, mailboxId, address }) =>
    insertMailbox(
      tx,
      scope,
      {
        accountId,
        id: mailboxId,
        address,
        approvedSender: address,
        copies: 'not-seen',
        copiesSince: undefined,
        keepsSent: false,
        authservIds: [],
        deadlinesFrom: undefined,
      },
      AT,
    ),
  listMailboxesAt: (tx, scope, { address }) => listMailboxesAt(tx, personOf(scope), address),
  listMailboxes: (tx, scope) => listMailboxes(tx, scope),
  findMailbox: (tx, scope, { mailboxId }) => findMailbox(tx, scope, mailboxId),
  markCopiesSeen: (tx, scope, { mailboxId }) => markCopiesSeen(tx, scope, mailboxId, AT),
  ...MAILBOX_WALL_CASES,

  findMembership: (tx, scope, { accountId }) => findMembership(tx, scope.personId, accountId),

  listRuleChanges: (tx, scope) => listRuleChanges(tx, scope),
  insertRuleChange: (tx, scope, { ruleChangeId }) =>
    insertRuleChange(tx, scope, { id: ruleChangeId, rule: 'OUT-050', force: 'never', reason: SEALED, changedAt: AT }),

  insertMessages: (tx, scope, { messageId, conversationId, messageDedupe, replyId }) =>
    insertMessages(tx, scope, [
      {
        id: messageId,
        conversationId,
        direction: 'in',
        kind: 'buyer',
        at: AT,
        authenticity: 'unverified',
        replyId,
        redactions: [],
        topic: undefined,
        facts: NO_FACTS,
        isWhole: false,
        isHistory: false,
        dedupe: messageDedupe,
        body: SEALED,
        link: undefined,
      },
    ]).then((ids) => ids.size),
  knownMessages: (tx, scope, { messageDedupe }) => knownMessages(tx, scope, [messageDedupe]),
  listMessages: (tx, scope, { conversationId }) => listMessages(tx, scope, conversationId),
  findLastBuyerMessage: (tx, scope, { conversationId }) => findLastBuyerMessage(tx, scope, conversationId),
  listMessageTimes: (tx, scope, { conversationId }) => listMessageTimes(tx, scope, [conversationId]),

  insertReply: (tx, scope, { replyId, conversationId, messageId, idempotencyKey, mailId }) =>
    insertReply(tx, scope, {
      id: replyId,
      conversationId,
      answers: messageId,
      idempotencyKey,
      mailId,
      createdAt: AT,
      notBefore: AT,
      isAcknowledgement: false,
      body: SEALED,
    }),
  findReply: (tx, scope, { replyId }) => findReply(tx, scope, replyId),
  findReplyByKey: (tx, scope, { idempotencyKey }) => findReplyByKey(tx, scope, idempotencyKey),
  findReplyByMailId: (tx, scope, { mailId }) => findReplyByMailId(tx, scope, mailId),
  listReplies: (tx, scope, { conversationId }) => listReplies(tx, scope, conversationId),
  listRepliesOfAccount: (tx, scope) => listRepliesOfAccount(tx, scope, { state: undefined, limit: 10 }),
  listReplyTimes: (tx, scope, { conversationId }) => listReplyTimes(tx, scope, [conversationId]),
  listOverdueReplies: async (tx, scope, { replyId }) => {
    await moveReply(tx, scope, { id: replyId, from: 'sending', to: 'queued', at: AT, notBefore: AT })
    return listOverdueReplies(tx, personOf(scope), LATER)
  },
  listStuckReplies: (tx, scope) => listStuckReplies(tx, personOf(scope), LATER),
  moveReply: (tx, scope, { replyId }) => moveReply(tx, scope, { id: replyId, from: 'sending', to: 'sent', at: AT }),

  findOrder: (tx, scope, { reportedOrderId }) => findOrder(tx, scope, reportedOrderId),
  findOrders: (tx, scope, { reportedOrderId }) => findOrders(tx, scope, [reportedOrderId]),
  upsertOrders: (tx, scope, { reportedOrderId }) =>
    upsertOrders(tx, scope, { orders: [{ ...ORDER, orderId: reportedOrderId }], at: AT }).then(
      (changed) => changed.length,
    ),
  listConversationsAbout: (tx, scope, { orderId, ...things }) =>
    // The same buyer wrote to both accounts about one order, so what is mine is left out.
    listConversationsAbout(tx, scope, { orderIds: [orderId], limit: 10 }).then((ids) =>
      ids.filter((id) => id === things.conversationId),
    ),

  insertToken: (tx, scope, { tokenId }) =>
    insertToken(tx, {
      personId: scope.personId,
      tokenId,
      kind: 'link',
      hash: 'planted',
      createdAt: AT,
      expiresAt: LATER,
    }),
  revokeToken: (tx, scope, { tokenId }) => revokeToken(tx, scope.personId, tokenId, AT),
  findPerson: (tx, scope) => findPerson(tx, scope.personId),

  insertQuarantine: (tx, scope, { quarantineId, mailboxId, quarantineDedupe }) =>
    insertQuarantine(tx, scope, {
      id: quarantineId,
      mailboxId,
      reason: 'ambiguous',
      receivedAt: AT,
      dueAt: AT,
      destroyAt: LATER,
      sizeBytes: 1,
      dedupe: quarantineDedupe,
      wrappedKey: BYTES,
      extract: SEALED,
      raw: RAW,
      onServer: undefined,
    }),
  ...PROOF_CASES,
  ...ALERT_CASES,
  ...ANSWERED_CASES,
  ...COPY_CASES,
  ...SENT_CASES,

  findDeadline: (tx, scope, { deadlineId }) => findDeadline(tx, scope, deadlineId),
  listDeadlines: (tx, scope, { conversationId }) => listDeadlines(tx, scope, [conversationId]),
  insertDeadlines: (tx, scope, { deadlineId, conversationId, messageId }) =>
    insertDeadlines(tx, scope, [
      { id: deadlineId, conversationId, messageId, kind: 'return', startsAt: AT, dueAt: AT },
    ]),
  settleDeadline: (tx, scope, { deadlineId }) => settleDeadline(tx, scope, { id: deadlineId, at: AT, by: 'person' }),
  settleDeadlinesOf: (tx, scope, { conversationId }) =>
    settleDeadlinesOf(tx, scope, { conversationId, kinds: ['return'], at: LATER, by: 'refund' }),

  listAttachments: (tx, scope, { conversationId }) => listAttachments(tx, scope, conversationId),
  insertAttachments: (tx, scope, { attachmentId, conversationId, messageId }) =>
    insertAttachments(tx, scope, [
      {
        id: attachmentId,
        conversationId,
        messageId,
        position: 0,
        kind: 'pdf',
        isRisky: false,
        sizeBytes: 1,
        destroyAt: LATER,
        wrappedKey: BYTES,
        name: SEALED,
        raw: RAW,
      },
    ]),

  findThreads: (tx, scope, { threadHash }) => findThreads(tx, scope, [threadHash]),
  findCases: (tx, scope, { conversationId }) => findCases(tx, scope, [conversationId]),
  insertThreads: (tx, scope, { conversationId, threadHash }) =>
    insertThreads(tx, scope, [
      { kind: 'alias', hash: threadHash, conversationId },
      { kind: 'case', hash: 'planted', conversationId },
    ]),
}

/** Exported functions that need no case, each with the reason. */
export const WITHOUT_CASE: Readonly<Record<string, string>> = {
  assertMigrated: 'looks at the migrations, before anybody is served',
  enterAsDesk: 'opens the server and its locks',
  enterAsGuest: 'opens the server',
  announceAll: 'writes no row: tells ids, and whoever hears them reads again under both walls',
  announce: 'writes no row: tells ids, and whoever hears them reads again under both walls',
  lockReceiving: 'holds a lock and reads nothing',
  lockAddress: 'holds a lock and reads nothing',
  insertAccount: 'makes a new account; an id that is taken is refused by its key',
  addPerson: 'makes a new person; an id that is taken changes nothing',
  findDeskOwner: 'tells who began the desk, before anybody is known',
  findTokenHolder: 'answers to the hash of a secret, before anybody is known',
  conversationOf: 'no query: names the columns of a row',
  asPerson: 'no query of its own: begins the transaction that the walls look at',
  asReader: 'no query of its own: begins the transaction that the walls look at',
  ping: 'reads no row',
  isDatabaseTrouble: 'no query: looks at an error',
  openDatabase: 'opens a pool',
  openStore: 'opens the store',
  openJobQueue: 'opens the queue; jobs carry ids only',
  listenForChanges: 'hears ids only',
  leaseNode: 'leases a number of this process',
  findNewestId: 'reads one number of the installation',
  mailboxLeases: 'holds locks and reads nothing',
  migrate: 'runs as the owner of the tables, before anybody is served',
}

function personOf(scope: AccountScope): PersonScope {
  return mintPersonScope(scope.personId)
}
