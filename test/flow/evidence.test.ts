import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, test } from 'node:test'

import { sql } from 'kysely'

import { canonicalJson } from '../../src/base/canonical-json.ts'
import { changeRule } from '../../src/flow/change-rule.ts'
import { endSession } from '../../src/flow/end-session.ts'
import { identify } from '../../src/flow/identify.ts'
import { importOrders } from '../../src/flow/import-orders.ts'
import { inAccount } from '../../src/flow/in-account.ts'
import { listInbox } from '../../src/flow/list-inbox.ts'
import { removeSource } from '../../src/flow/mailbox/remove-source.ts'
import { setSource } from '../../src/flow/mailbox/set-source.ts'
import { showMailboxes } from '../../src/flow/mailbox/show-mailboxes.ts'
import { makeToken } from '../../src/flow/make-token.ts'
import { resolveReply } from '../../src/flow/resolve-reply.ts'
import { saveDraft } from '../../src/flow/save-draft.ts'
import { settleDeadline } from '../../src/flow/settle-deadline.ts'
import { showConversation } from '../../src/flow/show-conversation.ts'
import { undoReply } from '../../src/flow/undo-reply.ts'
import { parseId, type QuarantineId } from '../../src/model/ids.ts'
import { EVENT_CODES, type EvidenceLeaf } from '../../src/model/evidence-leaf.ts'
import { open as openSealed, type Key } from '../../src/seal/aead.ts'
import type { Place } from '../../src/seal/place.ts'
import { openQuarantineKey } from '../../src/seal/quarantine-keys.ts'
import { type AmazonDesk, openAmazonDesk } from '../desk/amazon-desk.ts'
import { asAdmin } from '../desk/as-admin.ts'
import { returnRequest } from '../desk/amazon-mail.ts'
import { buyerMail, buyerMailWithPhoto } from '../desk/buyer-mail.ts'
import { leavesOf, parseLeaf } from '../desk/leaves.ts'
import type { OpenCase } from '../desk/open-case.ts'
import { openSmtpStage } from '../desk/smtp-stage.ts'
import { type TestAccount, type TestDesk, wayOut } from '../desk/test-desk.ts'
import { TEST_SOURCE } from '../desk/test-mailbox.ts'

const amazon = await openAmazonDesk({ after })

const MEMBERS = ['account', 'actor', 'at', 'cc', 'codes', 'event', 'key', 'object', 'pack', 'pc', 'subject', 'v']
const HEX = /^[0-9a-f]{64}$/u
const ORDER = '302-5550001-5550001'
const PHONE_TEXT = 'Die Nummer ist 030 23125042 für die Lampe.'
const CARD_TEXT = 'Unsere Karte ist 4111 1111 1111 1111.'

test('after a whole way each step has left its leaf, in order, without a word of anybody', async (t) => {
  const scene = await amazon.newAccount({ copies: true })
  const open = await wholeWay(scene)

  const leaves = await leavesOf(scene.desk, scene.account.accountId)

  await t.test('in the order in which it happened', () => {
    assert.deepEqual(
      leaves.map(({ leaf }) => leaf.event),
      WHOLE_WAY,
    )
    assert.deepEqual(
      new Set([...WHOLE_WAY, ...OF_SESSIONS, ...OF_NOTICES, ...TRIED_ELSEWHERE]),
      new Set<string>(EVENT_CODES),
      'the way leaves nothing out',
    )
  })

  await t.test('as canonical JSON of a closed set of members', () => {
    for (const { text, leaf } of leaves) {
      assert.equal(text, canonicalJson({ ...leaf }))
      assert.deepEqual(Object.keys(leaf).sort(), MEMBERS)
      assert.equal(leaf.v, 1)
      assert.equal(leaf.account, scene.account.accountId)
      assert.equal(leaf.pack, scene.desk.parts.packHash)
      assert.match(leaf.actor, HEX)
      assert.match(leaf.subject, leaf.object.startsWith('reply:') ? HEX : /^(?:[0-9a-f]{64})?$/u)
    }
    assert.equal(new Set(leaves.map(({ leaf }) => leaf.actor)).size, 2, 'the owner and the desk')
    assert.equal(new Set(leaves.map(({ leaf }) => leaf.subject).filter((subject) => subject !== '')).size, 1)
  })

  await t.test('without a buyer’s word, an address, an order or a found value', () => {
    // Hashes, ids and instants hold any four digits by chance, so what is looked for is long.
    const all = leaves.map(({ text }) => text).join('\n')
    for (const word of [
      'Fichtenau',
      'Paket',
      'Guten',
      '@',
      '302-1234567',
      '4111 1111 1111 1111',
      '4111111111111111',
      '23125042',
      'marketplace',
      'north',
    ]) {
      assert.ok(!all.includes(word), word)
    }
  })

  await t.test('naming what was blocked and taken out by rule and kind', () => {
    const codes = (event: string) => leaves.find(({ leaf }) => leaf.event === event)?.leaf.codes
    assert.deepEqual(codes('message.received'), ['dkim:pass', 'redacted:CARD', 'verified'])
    assert.deepEqual(codes('reply.blocked'), ['OUT-005'])
    assert.deepEqual(codes('draft.refused'), ['OUT-085'])
    assert.deepEqual(codes('reply.sent'), ['smtp-250'])
    assert.deepEqual(codes('mail.quarantined'), ['not-amazon'])
  })

  await t.test('pc commits to the salted text, cc to its ciphertext, as the database holds both', async () => {
    // The reason of a rule lies under the account's key, and test/store/sealed-rows.test.ts opens it.
    const bodies = leaves.filter(({ leaf }) => leaf.pc !== '' && leaf.event !== 'rule.changed')
    assert.deepEqual(
      bodies.map(({ leaf }) => leaf.event),
      WHOLE_WAY.filter((event) => BODIES.has(event)),
    )
    // A draft is written over: its last text stands, the entries of the others stay.
    const standing = new Map(bodies.map(({ leaf }) => [leaf.object, leaf]))
    for (const leaf of standing.values()) {
      const body = await bodyOf(scene, open, leaf)
      assert.ok(body)
      assert.equal(leaf.cc, sha256(body.sealed))
      assert.equal(leaf.pc, sha256(saltAndText(openSealed(body.key, body.place, body.sealed))))
    }
  })
})

test('a notice of Amazon’s leaves what it started, and what ended it', async () => {
  const scene = await amazon.newAccount()
  const { desk, account } = scene
  const { accountId, actor, mailbox } = account
  await desk.receive(mailbox, buyerMailWithPhoto({ to: mailbox, alias: 'm9n8b7v6c5x4y3l2', orderId: ORDER }))
  await desk.receive(mailbox, returnRequest(ORDER, desk.parts.clock.now()))
  const page = await listInbox(desk.parts, actor, { accountId, view: 'all', after: undefined, limit: 1 })
  assert.ok('items' in page && page.items[0])
  const shown = await showConversation(desk.parts, actor, { accountId, conversationId: page.items[0].row.id })
  assert.ok('deadlines' in shown && shown.deadlines[0])

  await settleDeadline(desk.parts, actor, { accountId, deadlineId: shown.deadlines[0].id })
  await importOrders(desk.parts, actor, { accountId, bytes: Buffer.from(`amazon-order-id\tquantity\n${ORDER}\t1\n`) })

  const leaves = await leavesOf(scene.desk, scene.account.accountId)
  assert.deepEqual(
    leaves.map(({ leaf }) => leaf.event).filter((event) => event !== 'account.opened'),
    OF_NOTICES,
  )
  assert.deepEqual(leaves.find(({ leaf }) => leaf.event === 'deadline.settled')?.leaf.codes, [
    'by:person',
    'kind:return',
  ])
  assert.ok(leaves.every(({ text }) => !text.includes(ORDER) && !text.includes('deckel')))
})

test('sessions and links leave their leaves too, of the installation', async () => {
  const { desk } = amazon
  const token = await makeToken(desk.parts, desk.owner.personId, 'browser')
  const actor = await identify(desk.parts, token)
  assert.ok(actor)

  await endSession(desk.parts, actor)

  const rows = await asAdmin<{ leaf: string }>(
    desk.database,
    'select leaf from evidence_pending where account_id = 0 order by entry_id',
  )
  const leaves = rows.map(({ leaf }) => parseLeaf(leaf))
  assert.deepEqual(
    leaves.map(({ event }) => event),
    OF_SESSIONS,
  )
  assert.ok(rows.every(({ leaf }) => !leaf.includes(token)))
  assert.deepEqual(leaves[1]?.object, leaves[2]?.object)
})

test('the app role can add entries and neither read, change nor drop one', async () => {
  const { parts } = amazon.desk
  for (const statement of [
    'select 1 from evidence_pending',
    `update evidence_pending set leaf = ''`,
    'delete from evidence_pending',
    'truncate evidence_pending',
  ]) {
    await assert.rejects(sql.raw(statement).execute(parts.db), { code: '42501' }, statement)
  }
})

test('when the entry cannot be written, nothing is: no mail, no draft, no reply, no delivery', async (t) => {
  const scene = await amazon.newAccount()
  const { desk, account, out } = scene
  const open = await scene.buyerWrites()
  const queued = await open.queue()
  const before = await counts(scene)
  await asAdmin(desk.database, 'revoke insert on evidence_pending from safereply_app')
  t.after(() => asAdmin(desk.database, 'grant insert on evidence_pending to safereply_app'))
  const { accountId, actor, mailbox } = account
  const { conversationId } = open
  const refused = { code: '42501' }

  await assert.rejects(desk.receive(mailbox, buyerMail({ to: mailbox, alias: 'q1w2e3r4t5z6u7i8' })), refused)
  await assert.rejects(desk.receive(mailbox, 'From: a@b.example\r\n\r\nHallo\r\n'), refused)
  await assert.rejects(saveDraft(desk.parts, actor, { accountId, conversationId, text: 'Hallo', version: 0 }), refused)
  await assert.rejects(undoReply(desk.parts, actor, { accountId, replyId: queued.id }), refused)
  await assert.rejects(open.deliver(out, queued), refused)
  await assert.rejects(desk.openAccount('nobody'), refused)

  assert.deepEqual(await counts(scene), before)
  assert.equal((await open.reply(queued.id)).state, 'queued')
  assert.deepEqual(scene.relay.inbox(open.buyer), [])
})

/** Events of the way below, in order. */
const WHOLE_WAY = [
  'account.opened',
  'message.received',
  'message.repeated',
  'mail.quarantined',
  'rule.changed',
  'mailbox.changed',
  'mailbox.removed',
  'draft.saved',
  'draft.refused',
  'reply.blocked',
  'reply.queued',
  'reply.undone',
  'draft.saved',
  'reply.queued',
  'reply.sending',
  'reply.retried',
  'reply.sending',
  'reply.unknown',
  'alert.raised',
  'reply.resolved',
  'alert.raised',
  'alert.ended',
  'reply.queued',
  'reply.held',
  'alert.raised',
  'reply.queued',
  'reply.sending',
  'reply.failed',
  'alert.raised',
  'reply.queued',
  'reply.sending',
  'reply.sent',
  'alert.ended',
  'alert.ended',
  'alert.ended',
  'reply.confirmed',
  'reply.queued',
  'reply.sending',
  'reply.sent',
  'reply.bounced',
  'reply.queued',
  'reply.sending',
  'reply.sent',
  'reply.opted-out',
  'reply.queued',
  'reply.sending',
  'reply.sent',
  'reply.refused',
]
/** Of the way of a notice of Amazon's, in order. */
const OF_NOTICES = [
  'message.received',
  'attachment.kept',
  'notice.received',
  'deadline.started',
  'deadline.settled',
  'orders.imported',
]
/** Asserted where a person decides on a quarantined mail, and where a mailbox is compared with its server. */
const TRIED_ELSEWHERE = [
  'answer.needed',
  'answer.not-needed',
  'kept.destroyed',
  'mail.dismissed',
  'mail.held-again',
  'mail.released',
  'mail.releasing',
  'mail.reported',
  'mailbox.reconciled',
  'reply.filed',
  'reply.found',
  'sender.approved',
  'sender.refused',
]
const OF_SESSIONS = ['token.made', 'session.begun', 'session.ended']

const BODIES = new Set(['message.received', 'mail.quarantined', 'draft.saved', 'reply.queued'])

/** Does with one conversation all that the desk can do. */
async function wholeWay(scene: AmazonDesk): Promise<OpenCase> {
  const { desk, account, relay } = scene
  const { accountId, actor, mailbox } = account
  const { parts } = desk
  const open = await scene.buyerWrites({ text: `Wo ist mein Paket? ${CARD_TEXT}`, copies: 2 })
  const { conversationId } = open
  await desk.receive(mailbox, 'From: a@b.example\r\nSubject: Angebot\r\n\r\nHallo\r\n')
  await changeRule(parts, actor, { accountId, rule: 'OUT-053', force: 'never', reason: 'Guten Ton wollen wir.' })
  await setUpMailbox(desk, account)
  await saveDraft(parts, actor, { accountId, conversationId, text: 'Guten Tag,', version: 0 })
  await saveDraft(parts, actor, { accountId, conversationId, text: CARD_TEXT, version: 1 })
  await open.send({ text: PHONE_TEXT })
  await undoReply(parts, actor, { accountId, replyId: (await open.queue()).id })

  const answers: (number | 'drop' | undefined)[] = [451, 'drop', 554]
  await using stage = await openSmtpStage((moment) => (moment === 'dot' ? answers.shift() : undefined))
  const away = wayOut('127.0.0.1', stage.port)
  const lost = await open.queue()
  await open.deliver(away, lost)
  const { notBefore } = await open.reply(lost.id)
  await open.deliver(away, lost, { clock: { now: () => notBefore } })
  await resolveReply(parts, actor, { accountId, replyId: lost.id, wasSent: false })
  const { pack } = parts
  await open.deliver(away, await open.queue(), {
    pack: { ...pack, marketplaceTlds: { ...pack.marketplaceTlds, values: [] } },
  })
  await open.deliver(away, await open.queue())

  await open.deliver(scene.out, await open.queue())
  await relay.settled()
  for (const answers of ['bounce', 'opt-out', 'guidelines'] as const) {
    relay.setMode({ answers })
    await open.deliver(scene.out, await open.queue())
    await relay.settled()
  }
  return open
}

/** Has the mailbox fetched, and then not any more. */
async function setUpMailbox({ parts }: TestDesk, { accountId, actor }: TestAccount): Promise<void> {
  const shown = await showMailboxes(parts, actor, { accountId })
  assert.ok(!('ok' in shown) && shown[0])
  const at = { accountId, mailboxId: shown[0].mailbox.id }
  await setSource(parts, actor, { ...TEST_SOURCE, ...at })
  await removeSource(parts, actor, at)
}

interface Body {
  readonly key: Key
  readonly place: Place
  readonly sealed: Uint8Array
}

/** Where the texts lie that leaves commit to. */
const SOURCES: Readonly<Record<string, { readonly table: string; readonly column: string; readonly id: string }>> = {
  message: { table: 'message', column: 'body_sealed', id: 'message_id' },
  draft: { table: 'draft', column: 'body_sealed', id: 'draft_id' },
  reply: { table: 'outbox', column: 'body_sealed', id: 'reply_id' },
  quarantine: { table: 'quarantine', column: 'extract_sealed', id: 'quarantine_id' },
}

/** The row that a leaf is about, and the key it is sealed under; undefined when the row is gone. */
async function bodyOf({ desk, account }: AmazonDesk, open: OpenCase, leaf: EvidenceLeaf): Promise<Body | undefined> {
  const { accountId, actor } = account
  const [noun = '', idText = ''] = leaf.object.split(':')
  const { table, column, id } = SOURCES[noun] ?? { table: '', column: '', id: '' }
  const [found] = await asAdmin<Record<string, Uint8Array>>(desk.database, `select * from ${table} where ${id} = $1`, [
    idText,
  ])
  const sealed = found?.[column]
  if (!found || !sealed) return undefined
  const right = { accountId, permission: 'quarantine:read' } as const
  const key = await inAccount(desk.parts, actor, right, async ({ vault }) => {
    if (noun !== 'quarantine') return (await vault.livingKeys(open.conversationId)).text
    const quarantine = parseId<QuarantineId>(idText)
    assert.ok(quarantine && found['wrapped_key'])
    return openQuarantineKey(await vault.accountKey(), { account: accountId, quarantine }, found['wrapped_key'])
  })
  assert.ok(key instanceof Uint8Array)
  assert.equal(leaf.key, noun === 'quarantine' ? leaf.object : `conversation:${open.conversationId}:text`)
  const conversation = noun === 'quarantine' ? 0 : open.conversationId
  return { key, sealed, place: { table, column, account: accountId, conversation, row: Number(idText) } }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** How much of the account there is, by table. */
async function counts({ desk, account }: AmazonDesk): Promise<unknown> {
  const tables = ['conversation', 'message', 'draft', 'outbox', 'quarantine', 'evidence_pending', 'conversation_key']
  const all = tables.map((table) => `(select count(*)::int from ${table} where account_id = $1) as ${table}`)
  const jobs = `(select count(*)::int from pgboss.job) as jobs, (select count(*)::int from account) as accounts`
  return asAdmin(desk.database, `select ${all.join(', ')}, ${jobs}`, [account.accountId])
}

/** A sealed body is a mark, a salt of 32 bytes, the length of the Message-ID in two, the Message-ID, the text. */
function saltAndText(plain: Uint8Array): Uint8Array {
  const mailIdLength = Buffer.from(plain).readUInt16BE(33)
  return Buffer.concat([plain.subarray(1, 33), plain.subarray(35 + mailIdLength)])
}
