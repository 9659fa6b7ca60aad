import assert from 'node:assert/strict'
import { after, test } from 'node:test'

import { utf8 } from '../../src/base/bytes.ts'
import type { OwnText } from '../../src/model/text.ts'
import { readMail } from '../../src/parse/read-mail.ts'
import { buyerMail, buyerMailWithPhoto, type BuyerMailWish } from '../desk/buyer-mail.ts'
import { CLEAN_TEXT, openCase } from '../desk/open-case.ts'
import { openSmtpStage } from '../desk/smtp-stage.ts'
import { openTestDesk, type TestAccount, wayOut } from '../desk/test-desk.ts'
import { openWireTap } from '../desk/wire-tap.ts'
import { HOSTILE_WORDS } from './injection/hostile-words.ts'
import { decoded, readWire } from './injection/wire-mail.ts'

/** Where hostile words come from: each place makes the buyer's mail, or the answer, of them. */
interface Entry {
  readonly place: string
  readonly mail?: (wish: BuyerMailWish, words: string) => string
  readonly answer?: (words: string) => string
}

const ENTRIES: readonly Entry[] = [
  { place: 'the subject', mail: (wish, words) => buyerMail({ ...wish, subject: words }) },
  { place: 'the buyer’s name', mail: (wish, words) => buyerMail({ ...wish, name: words }) },
  { place: 'the buyer’s text', mail: (wish, words) => buyerMail({ ...wish, text: words }) },
  {
    place: 'the name of an attachment',
    mail: (wish, words) => buyerMailWithPhoto(wish).replace('deckel.jpg', () => words),
  },
  {
    place: 'the Message-ID',
    // With a blank it would be no Message-ID at all.
    mail: (wish, words) => buyerMail({ ...wish, mailId: `<${words.replaceAll(' ', '')}@eu-west-1.amazonses.com>` }),
  },
  {
    place: 'the thread',
    mail: (wish, words) =>
      `References: <a@b.example> <${words}@b.example>\r\nIn-Reply-To: ${words}\r\n${buyerMail(wish)}`,
  },
  { place: 'our own text', answer: (words) => `${CLEAN_TEXT} ${words}` },
]

/** The headers of a reply in their order; without a usable Message-ID to answer, the thread's are absent. */
const HEADERS = ['From', 'To', 'Subject', 'Message-ID', 'In-Reply-To', 'References', 'Date']
const CONTENT_HEADERS = ['Content-Transfer-Encoding', 'MIME-Version', 'Content-Type']
const OF_THREAD = new Set(['In-Reply-To', 'References'])
/** Ends of lines and other controls, of whichever alphabet. */
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/u
const SEPARATOR = '\n________________________________\n'

const desk = await openTestDesk({ after })
const stage = await openSmtpStage()
const tap = await openWireTap(stage.port)
const out = wayOut('127.0.0.1', tap.port)
after(async () => {
  await tap[Symbol.asyncDispose]()
  await stage[Symbol.asyncDispose]()
})
let mails = 0

for (const entry of ENTRIES) {
  test(`of words out of ${entry.place} nothing becomes a header, a recipient, a command or a second mail`, async (t) => {
    const account = await desk.openAccount(`place-${ENTRIES.indexOf(entry)}`)
    const fates: string[] = []
    const wrong: string[] = []
    for (const { name, words } of HOSTILE_WORDS) {
      try {
        fates.push(await answer(account, entry, words))
      } catch (error) {
        wrong.push(`${name}: ${String(error)}`)
      }
    }
    t.diagnostic([...Map.groupBy(fates, (fate) => fate)].map(([fate, all]) => `${fate}: ${all.length}`).join(', '))
    assert.deepEqual(wrong, [])
    assert.ok(fates.includes('sent'), 'at least one reply leaves, so that the wire is seen')
  })
}

test('200 hostile mails and answers were tried', () => {
  assert.ok(mails >= 200, String(mails))
  assert.equal(tap.sent().length, stage.mails.length)
})

/** Hands a mail in, answers it and reads the wire; what became of it. */
async function answer(account: TestAccount, entry: Entry, words: string): Promise<string> {
  mails += 1
  const { mailbox } = account
  const wish = {
    to: mailbox,
    alias: `h${String(mails).padStart(15, '0')}`,
    orderId: `302-${String(mails).padStart(7, '0')}-1234567`,
  }
  const received = await desk.receive(mailbox, (entry.mail ?? buyerMail)(wish, words))
  if (received !== 'stored') return received
  const open = await openCase(desk, account, ({ relay }) => relay?.startsWith(wish.alias) === true)
  const sent = await open.send({ text: entry.answer?.(words) ?? CLEAN_TEXT })
  if (!sent.ok) return sent.reason
  const before = tap.sent().length
  const delivered = await open.deliver(out, sent.reply)
  assert.deepEqual(delivered, { kind: 'accepted' })
  const sessions = tap.sent().slice(before)
  assert.equal(sessions.length, 1)
  await assertWire(sessions[0] ?? '', {
    from: mailbox,
    to: open.buyer,
    mailId: sent.reply.mailId,
    text: sent.text,
  })
  return 'sent'
}

async function assertWire(
  session: string,
  reply: { readonly from: string; readonly to: string; readonly mailId: string; readonly text: OwnText },
): Promise<void> {
  const wire = readWire(session)
  assert.deepEqual(
    wire.commands.map((line) => line.replace(/ SIZE=\d+$/u, '')),
    ['EHLO desk.example', `MAIL FROM:<${reply.from}>`, `RCPT TO:<${reply.to}>`],
  )
  assert.match(wire.rest, /^(?:QUIT\r\n)?$/u)
  const names = wire.headers.map(([name]) => name)
  const isThreaded = names.includes('In-Reply-To')
  const own = HEADERS.filter((name) => isThreaded || !OF_THREAD.has(name))
  assert.deepEqual(names, [...own, ...CONTENT_HEADERS])
  const value = new Map(wire.headers)
  assert.deepEqual([value.get('From'), value.get('To'), value.get('Message-ID')], [reply.from, reply.to, reply.mailId])
  assert.equal(value.get('Content-Type'), 'text/plain; charset=utf-8')
  assert.match(value.get('Date') ?? '', /^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d \+0000$/u)
  if (isThreaded) assert.match(value.get('In-Reply-To') ?? '', /^<[^\s<>]+@[^\s<>]+>$/u)
  assert.equal(value.get('References'), value.get('In-Reply-To'))

  const text = decoded(wire)
  assert.ok(text.startsWith(`${reply.text}\n${SEPARATOR}> `))
  assert.match(text.slice(reply.text.length + 1 + SEPARATOR.length), /^(?:>(?: .*)?\n)+$/u)
  const parsed = await readMail(utf8(stage.mails.at(-1) ?? ''))
  assert.equal(parsed.body, text)
  assert.doesNotMatch(parsed.subject, CONTROLS)
  assert.deepEqual([parsed.to, parsed.mailId], [[reply.to], reply.mailId])
}
