import { randomBytes } from 'node:crypto'

import { listAlerts } from '../../src/flow/alert/list-alerts.ts'
import { raiseAlerts } from '../../src/flow/alert/raise-alerts.ts'
import { changeRule } from '../../src/flow/change-rule.ts'
import { importOrders } from '../../src/flow/import-orders.ts'
import { inAccount } from '../../src/flow/in-account.ts'
import { listInbox } from '../../src/flow/list-inbox.ts'
import { listWatched } from '../../src/flow/mailbox/list-watched.ts'
import { noteWatch } from '../../src/flow/mailbox/note-watch.ts'
import { setSource } from '../../src/flow/mailbox/set-source.ts'
import { makeToken } from '../../src/flow/make-token.ts'
import { openAccount } from '../../src/flow/open-account.ts'
import { listQuarantine } from '../../src/flow/quarantine/list-quarantine.ts'
import { saveDraft } from '../../src/flow/save-draft.ts'
import { sendReply } from '../../src/flow/send-reply.ts'
import { showConversation } from '../../src/flow/show-conversation.ts'
import type { Actor } from '../../src/model/actor.ts'
import {
  type AccountId,
  type AlertId,
  type ConversationId,
  type DeadlineId,
  DESK_PERSON,
  freshId,
  type MailboxId,
  type PersonId,
  type QuarantineId,
  type ReplyId,
} from '../../src/model/ids.ts'
import { newPersonKey } from '../../src/seal/person-keys.ts'
import { asPerson } from '../../src/store/database.ts'
import { addPerson } from '../../src/store/person.ts'
import { returnRequest } from '../desk/amazon-mail.ts'
import { buyerMailWithPhoto } from '../desk/buyer-mail.ts'
import { type Closing, openTestDesk, type TestDesk, type TestDeskOptions } from '../desk/test-desk.ts'

/** A person with an account of their own that holds one of everything. */
export interface Tenant {
  readonly actor: Actor
  readonly token: string
  readonly accountId: AccountId
  readonly mailbox: string
  readonly mailboxId: MailboxId
  readonly conversationId: ConversationId
  readonly replyId: ReplyId
  readonly quarantineId: QuarantineId
  readonly deadlineId: DeadlineId
  readonly alertId: AlertId
}

/** Two people of one desk: nothing of `theirs` may reach `mine`, nor be touched by them. */
export interface Tenants {
  readonly desk: TestDesk
  readonly mine: Tenant
  readonly theirs: Tenant
}

/** Long enough that no reply of a test leaves the outbox. */
const UNDO_SECONDS = 3_600

/** Opens a desk with two people. The same buyer wrote to both about the same order, so that only the account differs. */
export async function openTenants(t: Closing, options: TestDeskOptions = {}): Promise<Tenants> {
  const desk = await openTestDesk(t, { undoSeconds: UNDO_SECONDS, ...options })
  const other: Actor = { personId: await addHuman(desk, 'Ottilie Nebenan'), tokenId: undefined }
  return {
    desk,
    mine: await furnish(desk, desk.owner, 'mine'),
    theirs: await furnish(desk, other, 'theirs'),
  }
}

async function addHuman({ parts }: TestDesk, name: string): Promise<PersonId> {
  const id = freshId<PersonId>(parts.ids)
  const pseudonymKey = newPersonKey(parts.epochs, id, parts.random)
  await asPerson(parts.db, DESK_PERSON, (tx) =>
    addPerson(tx, { id, name, kind: 'human', pseudonymKey, createdAt: parts.clock.now() }),
  )
  return id
}

const CASE_ID = '11111111-2222-3333-4444-555555555555'
const ORDER_ID = '302-1234567-1234567'

async function furnish(desk: TestDesk, actor: Actor, name: string): Promise<Tenant> {
  const { parts } = desk
  const mailbox = `${name}@shop.example`
  const opened = await openAccount(parts, actor, { name, mailboxAddress: mailbox, approvedSender: mailbox })
  if (!opened.ok) throw new Error(opened.reason)
  const accountId = opened.account.id
  const received = await desk.receive(mailbox, buyerMailWithPhoto({ to: mailbox, caseId: CASE_ID, orderId: ORDER_ID }))
  if (received !== 'stored') throw new Error(received)
  const page = await listInbox(parts, actor, { accountId, view: 'all', after: undefined, limit: 1 })
  const conversationId = 'items' in page ? page.items[0]?.row.id : undefined
  if (conversationId === undefined) throw new Error('the mail opened no conversation')
  await desk.receive(mailbox, returnRequest(ORDER_ID, parts.clock.now()))
  const deadlineId = await deadlineOf(desk, actor, { accountId, conversationId })
  await desk.receive(mailbox, 'From: someone@elsewhere.example\r\nTo: x\r\nSubject: Angebot\r\n\r\nHallo\r\n')
  const quarantined = await listQuarantine(parts, actor, { accountId, view: 'held' })
  const quarantineId = 'items' in quarantined ? quarantined.items[0]?.mail.id : undefined
  if (quarantineId === undefined) throw new Error('the mail was not set aside')
  const replyId = await sendSomething(desk, actor, { accountId, conversationId })
  const saved = await saveDraft(parts, actor, { accountId, conversationId, text: 'Nur ein Entwurf.', version: 0 })
  if (!saved.ok) throw new Error(saved.reason)
  const changed = await changeRule(parts, actor, { accountId, rule: 'OUT-092', force: 'never', reason: 'So gewollt.' })
  if (!changed.ok) throw new Error(changed.reason)
  const mailboxId = opened.mailbox.id
  await fetchFrom(desk, actor, { accountId, mailboxId })
  const reported = await importOrders(parts, actor, { accountId, bytes: orderReport(accountId) })
  if (!reported.ok) throw new Error(reported.reason)
  const token = await makeToken(parts, actor.personId, 'link')
  const alertId = await alertOf(desk, actor, { accountId, mailboxId })
  return { actor, token, accountId, mailbox, mailboxId, conversationId, replyId, quarantineId, deadlineId, alertId }
}

/** Has the desk tell of something that no later mail settles. */
async function alertOf(
  { parts }: TestDesk,
  actor: Actor,
  at: { readonly accountId: AccountId; readonly mailboxId: MailboxId },
): Promise<AlertId> {
  const { accountId, mailboxId } = at
  const dueAt = parts.clock.now()
  const told = { kind: 'sender-refused', conversationId: undefined, objectId: mailboxId, dueAt } as const
  const desk = { personId: DESK_PERSON, tokenId: undefined }
  await inAccount(parts, desk, { accountId, permission: 'alert:raise' }, (step) => raiseAlerts(step, [told]))
  const page = await listAlerts(parts, actor, { accountId, after: undefined, limit: 1 })
  const alert = 'items' in page ? page.items[0] : undefined
  if (!alert) throw new Error('the alert was not raised')
  return alert.id
}

async function deadlineOf(
  desk: TestDesk,
  actor: Actor,
  at: { readonly accountId: AccountId; readonly conversationId: ConversationId },
): Promise<DeadlineId> {
  const conversation = await showConversation(desk.parts, actor, at)
  const deadline = 'deadlines' in conversation ? conversation.deadlines[0] : undefined
  if (!deadline) throw new Error('the notice started no deadline')
  return deadline.id
}

/** A report of one order, which no other account has. */
function orderReport(accountId: AccountId): Uint8Array {
  const digits = String(accountId).padStart(14, '0').slice(-14)
  const orderId = `028-${digits.slice(0, 7)}-${digits.slice(7)}`
  return new TextEncoder().encode(`amazon-order-id\tfulfillment-channel\n${orderId}\tMerchant\n`)
}

/** Has a mailbox fetched from a server where nobody is, which its watcher, if there were one, would say. */
async function fetchFrom(
  { parts }: TestDesk,
  actor: Actor,
  at: { readonly accountId: AccountId; readonly mailboxId: MailboxId },
): Promise<void> {
  const login = { user: 'eingang', password: 'ein-geheimes-wort' }
  const server = { host: '127.0.0.1', port: 1, security: 'none', folder: 'INBOX' } as const
  const set = await setSource(parts, actor, { ...at, ...server, ...login })
  if (!set.ok) throw new Error(set.reason)
  const watched = (await listWatched(parts)).find(({ mailboxId }) => mailboxId === at.mailboxId)
  if (!watched) throw new Error('a mailbox with a source is watched')
  await noteWatch(parts, watched, { state: 'failing', problem: 'refused', retryAt: undefined, behind: 0 })
}

async function sendSomething(
  desk: TestDesk,
  actor: Actor,
  at: { readonly accountId: AccountId; readonly conversationId: ConversationId },
): Promise<ReplyId> {
  const conversation = await showConversation(desk.parts, actor, at)
  if ('ok' in conversation) throw new Error(conversation.reason)
  const sent = await sendReply(desk.parts, actor, {
    ...at,
    text: 'Guten Tag, Ihr Paket kommt morgen bei Ihnen an. Viele Grüße',
    version: conversation.row.version,
    idempotencyKey: `tenant-${randomBytes(8).toString('hex')}`,
  })
  if (!sent.ok) throw new Error(sent.reason)
  return sent.reply.id
}
