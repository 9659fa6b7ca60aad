import assert from 'node:assert/strict'
import { after, test } from 'node:test'

import { Fault } from '../../src/base/fault.ts'
import { changeRule } from '../../src/flow/change-rule.ts'
import { inAccount } from '../../src/flow/in-account.ts'
import { listQuarantine } from '../../src/flow/quarantine/list-quarantine.ts'
import { listWatched } from '../../src/flow/mailbox/list-watched.ts'
import { openSource } from '../../src/flow/mailbox/open-source.ts'
import { setSource } from '../../src/flow/mailbox/set-source.ts'
import { showMailboxes } from '../../src/flow/mailbox/show-mailboxes.ts'
import { attachmentRawPlace, quarantineRawPlace } from '../../src/flow/places.ts'
import { saveDraft } from '../../src/flow/save-draft.ts'
import { showRules } from '../../src/flow/show-rules.ts'
import { type AttachmentId, parseId, type QuarantineId } from '../../src/model/ids.ts'
import { openAttachmentKey } from '../../src/seal/attachment-keys.ts'
import { openRawMail } from '../../src/seal/open-raw-mail.ts'
import { openQuarantineKey } from '../../src/seal/quarantine-keys.ts'
import { openSigner } from '../desk/amazon-mail.ts'
import { asAdmin } from '../desk/as-admin.ts'
import { buyerMail, buyerMailWithPhoto } from '../desk/buyer-mail.ts'
import { type OpenCase, openCase } from '../desk/open-case.ts'
import { openTestDesk, type TestAccount } from '../desk/test-desk.ts'
import { TEST_SOURCE } from '../desk/test-mailbox.ts'

/** Only a mail that is surely Amazon's leaves a link. */
const signer = await openSigner()
/** Long enough that no reply of a test leaves the outbox. */
const desk = await openTestDesk({ after }, { undoSeconds: 3_600, resolveTxt: signer.resolveTxt })

const north = await furnish('north')
const south = await furnish('south')

test('every sealed column has a case here', async () => {
  const columns = await asAdmin<{ name: string }>(
    desk.database,
    `select table_name || '.' || column_name as name from information_schema.columns
      where table_schema = 'public' and data_type = 'bytea' order by 1`,
  )

  assert.deepEqual(columns.map(({ name }) => name).sort(), Object.keys(OPENERS).sort())
})

test('one changed byte in a sealed column, wherever it is, and the row does not open', async () => {
  for (const [column, opener] of Object.entries(OPENERS)) {
    await opener()
    for (const where of ['first', 'middle', 'last'] as const) {
      await using _flipped = await flip(column, where)
      await assert.rejects(opener(), isOpenFailed, `${column}, ${where} byte`)
    }
    await opener()
  }
})

test('a text that was cut or emptied does not open', async () => {
  for (const [column, opener] of Object.entries(OPENERS)) {
    for (const cut of ['substr(%, 1, length(%) - 1)', 'substr(%, 1, 5)', `''::bytea`]) {
      await using _changed = await changeTo(column, cut)
      await assert.rejects(opener(), isOpenFailed, `${column}, ${cut}`)
    }
  }
})

for (const column of ['body_sealed', 'link_sealed']) {
  test(`two messages of one conversation that change places do not open: ${column}`, async () => {
    const [one, other] = (await north.open.show()).messages.map(({ row }) => row.id)
    const give = (to = 0, from = 0): string =>
      `update message set ${column} = (select ${column} from kept where message_id = ${from}) where message_id = ${to}`
    await using _swapped = await change('message', give(one, other), give(other, one))

    await assert.rejects(north.open.show(), isOpenFailed)
  })
}

test('two accounts that change rows read nothing of each other, column by column', async () => {
  for (const [column, opener] of Object.entries(OPENERS)) {
    // The pseudonym's key is the person's, who is the same in both accounts.
    if (column === 'person.pseudonym_key') continue
    await using _exchanged = await exchange(column)
    await assert.rejects(opener(), isOpenFailed, column)
  }
})

test('a message that is moved with all its row to another account’s conversation does not open there', async () => {
  await using _moved = await change(
    'message',
    `update message set account_id = ${north.id}, conversation_id = ${north.open.conversationId}
      where message_id = (select min(message_id) from message where account_id = ${south.id})`,
  )

  await assert.rejects(north.open.show(), isOpenFailed)
})

test('a damaged conversation says so in the inbox, hides no other, and is an error without a word when opened', async () => {
  const { mailbox } = north.account
  const another = { alias: 'another00001', threadToken: 'A0ANOTHERTHREAD', orderId: '302-7654321-7654321' }
  await desk.receive(mailbox, buyerMail({ to: mailbox, ...another, text: 'Noch eins.' }))
  await using _damaged = await change(
    'conversation',
    `update conversation set text_sealed = (select text_sealed from kept where account_id = ${south.id})
      where conversation_id = ${north.open.conversationId}`,
  )

  const inbox = await desk.request(`/accounts/${north.id}/conversations?view=all`)
  const { items } = (await inbox.json()) as { items: { id: string; isDamaged: boolean; preview: string }[] }
  const opened = await desk.request(`/accounts/${north.id}/conversations/${north.open.conversationId}`)
  const problem = await opened.text()

  const damaged = items.find(({ id }) => id === String(north.open.conversationId))
  assert.deepEqual([damaged?.isDamaged, damaged?.preview], [true, ''])
  assert.ok(items.some(({ preview }) => preview === 'Noch eins.'))
  assert.equal(opened.status, 500)
  assert.match(problem, /"code":"seal.open-failed"/u)
  assert.doesNotMatch(problem, /Paket|Frage|Fichtenau|⟦/u)
  assert.ok(desk.logged.some(({ error }) => isOpenFailed(error)))
})

interface Furnished {
  readonly id: number
  readonly account: TestAccount
  readonly open: OpenCase
}

/** An account with a row in each table that holds something sealed. */
async function furnish(name: string): Promise<Furnished> {
  const account = await desk.openAccount(name)
  const { mailbox, accountId, actor } = account
  const mails = [
    buyerMailWithPhoto({ to: mailbox, text: `Guten Tag aus ${name}, wo ist mein Paket?` }),
    buyerMail({ to: mailbox, text: `Hallo ${name}, es ist noch nicht da.` }),
  ]
  for (const mail of mails) await desk.receive(mailbox, await signer.sign(mail))
  await desk.receive(mailbox, `From: a@b.example\r\nSubject: Angebot für ${name}\r\n\r\nHallo\r\n`)
  const open = await openCase(desk, account)
  await open.queue()
  const { conversationId } = open
  await saveDraft(desk.parts, actor, { accountId, conversationId, text: `Entwurf ${name}`, version: 0 })
  await changeRule(desk.parts, actor, { accountId, rule: 'OUT-092', force: 'never', reason: `Weil ${name} es will` })
  await fetchFromNowhere(account)
  return { id: accountId, account, open }
}

/** What opens each sealed column, for the first account. */
const OPENERS: Readonly<Record<string, () => Promise<unknown>>> = {
  'account_key.wrapped_key': () => north.open.show(),
  'attachment.name_sealed': () => north.open.show(),
  'attachment.raw_sealed': openAttachment,
  'attachment.wrapped_key': () => north.open.show(),
  'conversation.person_sealed': () => north.open.show(),
  'conversation.text_sealed': () => north.open.show(),
  'conversation_key.wrapped_key': () => north.open.show(),
  'draft.body_sealed': () => north.open.show(),
  'mailbox_source.login_sealed': openMailbox,
  'message.body_sealed': () => north.open.show(),
  'message.link_sealed': () => north.open.show(),
  'outbox.body_sealed': () => north.open.show(),
  'person.pseudonym_key': writeEntry,
  'quarantine.extract_sealed': showQuarantine,
  'quarantine.raw_sealed': openQuarantinedMail,
  'quarantine.wrapped_key': showQuarantine,
  'rule_change.reason_sealed': showRuleReasons,
}

async function fetchFromNowhere({ accountId, actor }: TestAccount): Promise<void> {
  const shown = await showMailboxes(desk.parts, actor, { accountId })
  assert.ok(!('ok' in shown) && shown[0])
  const at = { accountId, mailboxId: shown[0].mailbox.id }
  assert.ok((await setSource(desk.parts, actor, { ...TEST_SOURCE, ...at })).ok)
}

async function openMailbox(): Promise<unknown> {
  const watched = (await listWatched(desk.parts)).find(({ accountId }) => accountId === north.id)
  assert.ok(watched)
  return openSource(desk.parts, watched)
}

async function showRuleReasons(): Promise<unknown> {
  return showRules(desk.parts, north.account.actor, { accountId: north.account.accountId })
}

async function showQuarantine(): Promise<unknown> {
  const { accountId, actor } = north.account
  const shown = await listQuarantine(desk.parts, actor, { accountId, view: 'held' })
  assert.ok('items' in shown && shown.items[0])
  return shown
}

async function writeEntry(): Promise<unknown> {
  const { accountId, actor } = north.account
  const { conversationId } = north.open
  return saveDraft(desk.parts, actor, { accountId, conversationId, text: '4111 1111 1111 1111', version: 0 })
}

/** As a release opens it. */
async function openQuarantinedMail(): Promise<unknown> {
  const { accountId, actor } = north.account
  const [row] = await asAdmin<{ id: string; key: Uint8Array; raw: Uint8Array }>(
    desk.database,
    `select quarantine_id::text as id, wrapped_key as key, raw_sealed as raw from quarantine where account_id = $1`,
    [accountId],
  )
  const quarantine = parseId<QuarantineId>(row?.id ?? '')
  assert.ok(row && quarantine)
  return inAccount(desk.parts, actor, { accountId, permission: 'quarantine:read' }, async ({ vault }) => {
    const key = openQuarantineKey(await vault.accountKey(), { account: accountId, quarantine }, row.key)
    return openRawMail(key, quarantineRawPlace(accountId, quarantine), row.raw)
  })
}

/** As whoever shows it will open it. */
async function openAttachment(): Promise<unknown> {
  const { accountId, actor } = north.account
  const { conversationId } = north.open
  const [row] = await asAdmin<{ id: string; key: Uint8Array; raw: Uint8Array }>(
    desk.database,
    `select attachment_id::text as id, wrapped_key as key, raw_sealed as raw from attachment where account_id = $1`,
    [accountId],
  )
  const attachment = parseId<AttachmentId>(row?.id ?? '')
  assert.ok(row && attachment)
  return inAccount(desk.parts, actor, { accountId, permission: 'conversation:read' }, async ({ vault }) => {
    const { person } = await vault.livingKeys(conversationId)
    const key = openAttachmentKey(person, { account: accountId, attachment }, row.key)
    return openRawMail(key, attachmentRawPlace(accountId, conversationId, attachment), row.raw)
  })
}

function isOpenFailed(error: unknown): boolean {
  return error instanceof Fault && error.code === 'seal.open-failed'
}

function flip(column: string, where: 'first' | 'middle' | 'last'): Promise<AsyncDisposable> {
  const at = { first: '0', middle: 'length(%) / 2', last: 'length(%) - 1' }[where]
  return changeTo(column, `set_byte(%, ${at}, get_byte(%, ${at}) # 1)`)
}

/** Changes a column of the first account; `%` stands for its value. */
function changeTo(column: string, formula: string): Promise<AsyncDisposable> {
  const [table = '', name = ''] = column.split('.')
  const rows = table === 'person' ? `kind = 'human'` : `account_id = ${north.id}`
  return change(table, `update ${table} set ${name} = ${formula.replaceAll('%', name)} where ${rows}`)
}

/** Gives each of the two accounts the other's value of a column. */
function exchange(column: string): Promise<AsyncDisposable> {
  const [table = '', name = ''] = column.split('.')
  const give = (to: Furnished, from: Furnished): string =>
    `update ${table} set ${name} = (select ${name} from kept where account_id = ${from.id} order by kept limit 1)
      where account_id = ${to.id}`
  return change(table, give(north, south), give(south, north))
}

/** Changes a table past all walls; the table as it was is `kept`, and disposing puts it back. */
async function change(table: string, ...statements: readonly string[]): Promise<AsyncDisposable> {
  await asAdmin(desk.database, [`create table kept as table ${table}`, ...statements].join(';'))
  return {
    async [Symbol.asyncDispose]() {
      await asAdmin(desk.database, `truncate ${table}; insert into ${table} select * from kept; drop table kept`)
    },
  }
}
