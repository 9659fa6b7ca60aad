import assert from 'node:assert/strict'
import { after, test } from 'node:test'

import { checkReply } from '../../src/flow/check-reply.ts'
import { saveDraft, type SaveDraftOutcome } from '../../src/flow/save-draft.ts'
import { showDraft } from '../../src/flow/show-draft.ts'
import { showReply } from '../../src/flow/show-replies.ts'
import { undoReply, type UndoReplyOutcome } from '../../src/flow/undo-reply.ts'
import type { ReplyId } from '../../src/model/ids.ts'
import { OWN_TEXT_MAX_CHARACTERS } from '../../src/policy/redact/own-text.ts'
import { openAmazonDesk } from '../desk/amazon-desk.ts'
import { asAdmin } from '../desk/as-admin.ts'
import { buyerMail } from '../desk/buyer-mail.ts'
import { CLEAN_TEXT, type OpenCase } from '../desk/open-case.ts'
import { openSmtpStage } from '../desk/smtp-stage.ts'
import { wayOut } from '../desk/test-desk.ts'

const amazon = await openAmazonDesk({ after })
const NEWER_TEXT = 'Guten Tag, noch ein Gedanke dazu.'
const PHONE_TEXT = `${CLEAN_TEXT} Die Nummer ist 030 23125042 dafür.`

test('a reply that is taken back stands above what was written since', async () => {
  const { open, save, undo, draft } = await openWriting()
  const reply = await open.queue()
  await save(NEWER_TEXT, 0)

  const undone = await undo(reply.id)

  assert.ok(undone.ok && undone.draft === 'joined')
  assert.equal(await draft(), `${CLEAN_TEXT}\n\n${NEWER_TEXT}`)
})

test('a reply that is taken back is the draft again where none stands, and is not written twice', async () => {
  const { open, save, undo, draft } = await openWriting()

  const first = await undo((await open.queue()).id)
  assert.ok(first.ok && first.draft === 'restored')
  assert.equal(await draft(), CLEAN_TEXT)

  const again = await open.queue(`${CLEAN_TEXT} Viele Grüße`)
  await save(`${CLEAN_TEXT} Viele Grüße`, 1)
  const second = await undo(again.id)
  assert.ok(second.ok && second.draft === 'restored')
  assert.equal(await draft(), `${CLEAN_TEXT} Viele Grüße`)
})

test('what would be too long together is not joined: the draft is as it was, and the reply still says its text', async () => {
  const { open, save, undo, draft, desk } = await openWriting()
  const reply = await open.queue('Wir haben es geprüft. '.repeat(800))
  const since = 'x'.repeat(OWN_TEXT_MAX_CHARACTERS - 10)
  await save(since, 0)

  const undone = await undo(reply.id)

  assert.ok(undone.ok && undone.draft === 'kept')
  assert.equal(await draft(), since)
  const { accountId, actor } = open.account
  const shown = await showReply(desk.parts, actor, { accountId, replyId: reply.id })
  assert.ok('row' in shown)
  assert.deepEqual([shown.row.state, shown.text], ['undone', undone.text])
})

test('a reply drops the draft it was made of and none that was saved since', async () => {
  const { open, save, draft } = await openWriting()
  await save('Guten Tag,', 0)
  await save(NEWER_TEXT, 1)

  const sent = await open.send({ draftVersion: 1 })

  assert.ok(sent.ok)
  assert.equal(await draft(), NEWER_TEXT)
})

test('a reply drops the draft of the version it names, though its last words were not saved', async () => {
  const { open, save, draft } = await openWriting()
  await save('Guten Tag,', 0)

  assert.ok((await open.send({ draftVersion: 1 })).ok)

  assert.equal(await draft(), undefined)
})

test('a reply that names no draft drops one of the same text alone', async () => {
  const same = await openWriting()
  await same.save(CLEAN_TEXT, 0)
  const other = await openWriting()
  await other.save(NEWER_TEXT, 0)

  assert.ok((await same.open.send()).ok)
  assert.ok((await other.open.send()).ok)

  assert.deepEqual([await same.draft(), await other.draft()], [undefined, NEWER_TEXT])
})

test('an empty text drops the draft, and no version is ever used twice', async () => {
  const { save, draft } = await openWriting()
  await save('Guten Tag,', 0)

  const dropped = await save('', 1)
  assert.ok(dropped.ok && dropped.draft.version === 2)
  assert.equal(await draft(), undefined)

  const begun = await save(NEWER_TEXT, 0)
  assert.ok(begun.ok && begun.draft.version === 3)
  assert.deepEqual(await save('Von gestern', 1), { ok: false, reason: 'changed', version: 3 })
  assert.equal(await draft(), NEWER_TEXT)
})

test('a window that still shows a draft which was sent cannot write over the next one', async () => {
  const { open, save, draft } = await openWriting()
  await save(CLEAN_TEXT, 0)
  assert.ok((await open.send({ draftVersion: 1 })).ok)
  await save(NEWER_TEXT, 0)

  const late = await save(`${CLEAN_TEXT} Und`, 1)

  assert.deepEqual(late, { ok: false, reason: 'changed', version: 3 })
  assert.equal(await draft(), NEWER_TEXT)
})

test('of 20 parallel saves over one version one lands and the others hear which version stands', async () => {
  for (const known of [0, 1]) {
    const { save, draft } = await openWriting()
    if (known > 0) await save('Guten Tag,', 0)

    const outcomes = await Promise.all(Array.from({ length: 20 }, (_, at) => save(`Fassung ${at}.`, known)))

    const landed = outcomes.filter((outcome) => outcome.ok)
    assert.equal(landed.length, 1)
    assert.ok(outcomes.every((each) => each.ok || (each.reason === 'changed' && each.version === known + 1)))
    assert.equal(await draft(), landed[0]?.draft.text)
  }
})

test('a draft survives a blocked send, a conversation that changed, and a reply that is held', async () => {
  const { open, save, draft, desk } = await openWriting()
  const { mailbox } = open.account
  await save(NEWER_TEXT, 0)
  const { version } = (await open.show()).row

  const blocked = await open.send({ text: PHONE_TEXT, draftVersion: 1 })
  const reply = await open.queue()
  const alias = open.buyer.split('@')[0] ?? ''
  await desk.receive(mailbox, buyerMail({ to: mailbox, alias, text: 'Hat sich erledigt, danke.' }))
  const changed = await open.send({ text: NEWER_TEXT, version, draftVersion: 1 })
  await using stage = await openSmtpStage()
  const held = await open.deliver(wayOut('127.0.0.1', stage.port), reply)

  assert.deepEqual([blocked.ok, changed.ok, held], [false, false, { kind: 'held' }])
  assert.equal(await draft(), NEWER_TEXT)
})

test('a draft stays its writer’s when another person is assigned, and when a membership ends and begins again', async () => {
  const { open, save, draft, desk } = await openWriting()
  const { accountId, actor } = open.account
  await save(NEWER_TEXT, 0)
  const member = [accountId, actor.personId]

  await asAdmin(desk.database, 'update conversation set assignee = 424242 where account_id = $1', [accountId])
  assert.equal(await draft(), NEWER_TEXT)
  const ended = await asAdmin(
    desk.database,
    'delete from membership where account_id = $1 and person_id = $2 returning *',
    member,
  )
  const away = await showDraft(desk.parts, actor, { accountId, conversationId: open.conversationId })
  const columns = Object.keys(ended[0] ?? {})
  await asAdmin(
    desk.database,
    `insert into membership (${columns.join(', ')}) values (${columns.map((_, at) => `$${at + 1}`).join(', ')})`,
    Object.values(ended[0] ?? {}),
  )

  assert.deepEqual(away, { ok: false, reason: 'missing' })
  assert.equal(await draft(), NEWER_TEXT)
})

test('a check says what sending would, of the text, the conversation and its mailbox, and keeps nothing', async () => {
  const { open, desk } = await openWriting()
  const { accountId, actor } = open.account
  const at = { accountId, conversationId: open.conversationId }
  const before = await kept()

  const clean = await checkReply(desk.parts, actor, { ...at, text: CLEAN_TEXT })
  const phone = await checkReply(desk.parts, actor, { ...at, text: PHONE_TEXT })
  const card = await checkReply(desk.parts, actor, { ...at, text: 'Karte 4111 1111 1111 1111.' })
  const wordless = await checkReply(desk.parts, actor, { ...at, text: '…' })

  assert.deepEqual([clean, phone, card, wordless].map(verdictOf), [
    'clear',
    'blocked OUT-005',
    'blocked OUT-085',
    'blocked DESK-001',
  ])
  assert.equal(await kept(), before)

  async function kept(): Promise<string> {
    const tables = ['draft', 'outbox', 'evidence_pending']
    const counts = tables.map((table) => `(select count(*) from ${table}) as ${table}`)
    return JSON.stringify(await asAdmin(desk.database, `select ${counts.join(', ')}`))
  }
})

function verdictOf(checked: Awaited<ReturnType<typeof checkReply>>): string {
  assert.ok('verdict' in checked)
  return [checked.verdict, ...checked.findings.map(({ rule }) => rule)].join(' ')
}

/** A conversation that one person writes in. */
async function openWriting() {
  const { desk, buyerWrites } = await amazon.newAccount()
  const open: OpenCase = await buyerWrites()
  const { accountId, actor } = open.account
  const { conversationId } = open
  return {
    desk,
    open,
    save: (text: string, version: number): Promise<SaveDraftOutcome> =>
      saveDraft(desk.parts, actor, { accountId, conversationId, text, version }),
    undo: (replyId: ReplyId): Promise<UndoReplyOutcome> => undoReply(desk.parts, actor, { accountId, replyId }),
    /** The draft a reload would show; undefined when there is none. */
    draft: async (): Promise<string | undefined> => (await open.show()).draft?.text,
  }
}
