import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'

import { z } from 'zod'

import { buyerMail } from '../desk/buyer-mail.ts'
import { CLEAN_TEXT } from '../desk/open-case.ts'
import { openSmtpStage, type SmtpStage } from '../desk/smtp-stage.ts'
import { until } from '../desk/until.ts'
import type { DeskProcess } from '../process/desk-process.ts'
import { ADDRESS, mailPlace, type MailPlace } from '../process/mail-place.ts'

const CARD_TEXT = 'Unsere Karte ist 4111 1111 1111 1111.'

let place: MailPlace
let stage: SmtpStage
let desk: DeskProcess
let environment: Readonly<Record<string, string>>
before(async () => {
  place = await mailPlace()
  stage = await openSmtpStage()
  environment = { SAFEREPLY_SMTP_URL: `smtp://127.0.0.1:${stage.port}`, SAFEREPLY_UNDO_SECONDS: '0' }
  desk = await place.startDesk(environment)
})
after(async () => {
  await desk.end('SIGTERM')
  await stage[Symbol.asyncDispose]()
  await place[Symbol.asyncDispose]()
})

test('a buyer is answered from the command line, through the gate, beside the desk that runs', async () => {
  const conversation = await buyerWrites('buyer0000001')
  const unsafe = await file('unsafe.txt', 'Schreiben Sie uns an hilfe@shop.example, dann helfen wir sofort.')
  const safe = await file('safe.txt', CLEAN_TEXT)

  const asked = run(['reply', conversation, unsafe, '--check'])
  const blocked = run(['reply', conversation, unsafe])
  const stale = run(['reply', conversation, safe, '--seen', '0'])
  const sent = run(['reply', conversation, safe, '--key', 'one-wish-only', '--json'])
  const again = run(['reply', conversation, safe, '--key', 'one-wish-only', '--json'])
  const { id } = JSON.parse(sent.stdout)
  await until('the reply to be sent', async () => (await stateOf(id)) === 'sent' || undefined)

  assert.deepEqual([asked.code, blocked.code, stale.code, sent.code, again.code], [1, 1, 1, 0, 0])
  assert.match(asked.stdout, /OUT-004/u)
  assert.match(blocked.stderr, /OUT-004[^]*Nothing is sent/u)
  assert.equal(JSON.parse(again.stdout).id, id)
  assert.equal(stage.mails.length, 1)
  assert.deepEqual(JSON.parse(run(['inbox', '--json']).stdout), [])
  const shown = run(['conversation', conversation])
  assert.match(shown.stdout, /Ihr Paket ist unterwegs/u)
  const figure = JSON.parse(run(['response', '--json']).stdout)
  assert.deepEqual(
    figure.windows.map(({ days }: { days: number }) => days),
    [7, 30, 90],
  )
})

test('a draft is saved in order, refused with what may not be kept, and dropped', async () => {
  const conversation = await buyerWrites('buyer0000002')
  const text = await file('draft.txt', 'Noch nicht fertig')

  const saved = run(['draft', conversation, text])
  const shown = run(['draft', conversation])
  const stale = run(['draft', conversation, await file('other.txt', 'Ganz anders'), '--seen', '0'])
  const refused = run(['draft', conversation, await file('card.txt', CARD_TEXT)])
  const kept = run(['draft', conversation])
  const dropped = run(['draft', conversation, '--drop'])
  const gone = run(['draft', conversation])

  assert.deepEqual([saved.code, shown.stdout, stale.code], [0, 'Noch nicht fertig\n', 1])
  assert.deepEqual([refused.code, kept.stdout], [1, 'Noch nicht fertig\n'])
  assert.match(refused.stderr, /OUT-085/u)
  assert.doesNotMatch(refused.stderr + refused.stdout, /4111 1111/u)
  assert.deepEqual([dropped.code, gone.stdout], [0, ''])
})

test('a message that needs no answer rests its clock, and runs it again with the old start', async () => {
  const conversation = await buyerWrites('buyer0000003')
  const before = inboxRow(conversation)

  const marked = run(['no-response', conversation, '--reason', 'thanks'])
  const rested = inboxRow(conversation)
  const twice = run(['no-response', conversation])
  const undone = run(['no-response', conversation, '--undo'])

  assert.deepEqual([marked.code, twice.code, undone.code], [0, 1, 0])
  assert.equal(rested, undefined)
  assert.equal(inboxRow(conversation)?.dueAt, before?.dueAt)
  const dues: readonly { conversationId: string; kind: string }[] = JSON.parse(run(['deadlines', '--json']).stdout)
  const kinds = dues.filter(({ conversationId }) => conversationId === conversation).map(({ kind }) => kind)
  assert.deepEqual(kinds, ['answer', 'claim-risk'])
})

test('what is not there, or is no number, ends with 2 and says where to look', async () => {
  const missing = run(['conversation', '123456789'])
  const word = run(['conversation', 'rosalinde'])
  const reply = run(['undo', '123456789'])
  const fate = run(['resolve', '123456789', 'perhaps'])
  const senders = run(['senders', '--approve', 'nobody@shop.example'])

  for (const { code, stdout } of [missing, word, reply, fate, senders]) assert.deepEqual([code, stdout], [2, ''])
  assert.match(missing.stderr, /safereply inbox/u)
  assert.deepEqual(JSON.parse(run(['senders', '--json']).stdout)[0].address, ADDRESS)
  assert.equal(run(['alerts', '--json']).code, 0)
})

function run(args: readonly string[]) {
  return place.run(args, { environment })
}

async function file(name: string, text: string): Promise<string> {
  const path = join(place.root, name)
  await writeFile(path, `${text}\n`)
  return path
}

/** A buyer of their own writes; resolves with the number of the conversation. */
async function buyerWrites(alias: string): Promise<string> {
  const orderId = `302-7654321-${alias.slice(-7).padStart(7, '0')}`
  await desk.handIn(ADDRESS, buyerMail({ to: ADDRESS, alias, orderId, threadToken: `A0${alias}`, date: new Date() }))
  const rows: readonly { id: string; orderId: string }[] = JSON.parse(run(['inbox', '--view', 'all', '--json']).stdout)
  return rows.find((row) => row.orderId === orderId)?.id ?? assert.fail()
}

function inboxRow(conversation: string): { readonly dueAt: string } | undefined {
  const rows: readonly { id: string; dueAt: string }[] = JSON.parse(run(['inbox', '--json']).stdout)
  return rows.find(({ id }) => id === conversation)
}

/** Asked over HTTP: a command is waited for, and the mail server of this process could not answer meanwhile. */
async function stateOf(reply: string): Promise<string | undefined> {
  const me = await (await desk.request('/me')).json()
  const { id } = z.object({ accounts: z.tuple([z.object({ id: z.string() })]) }).parse(me).accounts[0]
  const shown = await desk.request(`/accounts/${id}/replies/${reply}`)
  return z.object({ state: z.string() }).parse(await shown.json()).state
}
