import assert from 'node:assert/strict'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'

import { inDatabaseOf } from '../process/desk-database.ts'
import { type DeskProcess, startDeskProcess } from '../process/desk-process.ts'
import { temporaryPlace } from '../store/server/temporary-place.ts'
import { type Find, searchFor } from '../leak/canaries.ts'
import {
  buyerCanaryMail,
  CANARIES,
  CLEAN_DRAFT,
  htmlCanaryMail,
  OWN_TEXT,
  REFUSED_MAIL,
  SEALED_WORDS,
  strangersCanaryMail,
} from '../leak/mail/canary-mails.ts'
import { findInFolder, findInRows, placesOf } from '../leak/sinks.ts'

const MAILBOX = 'north@shop.example'
/** Where nobody listens: a desk without any way out refuses a reply before it looks at it. */
const NO_SERVER = 'smtp://127.0.0.1:1'
const search = searchFor([...CANARIES, ...SEALED_WORDS])

test('no value that is taken out of a mail stands anywhere: not on the disk, in a log or in an answer', async (t) => {
  await using place = await temporaryPlace()
  const temporary = join(place.root, 'temporary')
  await mkdir(temporary, { mode: 0o711 })
  const dataDir = join(place.root, 'data')
  const environment = { TMPDIR: temporary, SAFEREPLY_SMTP_URL: NO_SERVER }
  await using desk = await startDeskProcess({ command: 'start', dataDir, environment })

  const answers = await showTheDeskItsCanaries(desk)
  await inDatabaseOf(dataDir, (client) => client.query('checkpoint'))
  const everywhere = async (): Promise<readonly Find[]> => [
    ...(await findInFolder(search, place.root)),
    ...search.in('standard output', Buffer.from(desk.stdout())),
    ...search.in('standard error', Buffer.from(desk.stderr())),
    ...(await inDatabaseOf(dataDir, (client) => findInRows(search, client))),
  ]

  await t.test('nothing is found after a checkpoint', async () => {
    assert.deepEqual(await everywhere(), [])
    assert.deepEqual(searchFor(CANARIES).in('API', Buffer.from(answers)), [])
  })

  await t.test('the desk was really looked at: it has the mails, and says so', () => {
    assert.match(answers, /⟦CARD⟧.*⟦IBAN⟧.*⟦CREDENTIAL⟧.*⟦EMAIL⟧.*⟦PHONE⟧/su)
    assert.match(answers, /"reason":"not-amazon"/u)
    assert.equal(
      answers.match(/"code":"text.sensitive"/gu)?.length,
      2,
      'our own card was refused as reply and as draft',
    )
    assert.match(desk.stderr(), /"outcome":"stored"/u)
  })

  await t.test('each is found when redaction and sealing are gone around, in the same places', async () => {
    await inDatabaseOf(dataDir, async (client) => {
      await client.query('create table scratch (raw bytea, words text)')
      // Uncompressed, as values of this size are when they are short enough.
      await client.query('alter table scratch alter column raw set storage external')
      await client.query('alter table scratch alter column words set storage external')
      for (const raw of mails()) await client.query('insert into scratch values ($1, $2)', [Buffer.from(raw), raw])
      await client.query('checkpoint')
    })

    const found = await everywhere()

    const all = new Set([...CANARIES, ...SEALED_WORDS].map(({ place }) => place))
    assert.deepEqual(placesOf(found, /\/base\//u), all, 'in the files of the tables')
    assert.deepEqual(placesOf(found, /\/pg_wal\//u), all, 'in the write-ahead log')
    assert.deepEqual(placesOf(found, /^row of scratch$/u), all, 'in the rows')
  })
})

test('the search finds a value however it is written down', () => {
  const [canary] = CANARIES
  assert.ok(canary)
  const bare = canary.value.replaceAll(' ', '')
  const ways: readonly Buffer[] = [
    Buffer.from(`x${canary.value}x`),
    Buffer.from(`x${bare}x`),
    ...['', 'a', 'ab'].map((before) => Buffer.from(Buffer.from(`${before}${bare} after`).toString('base64'))),
    Buffer.from(encodeURIComponent(`x${canary.value}`)),
    Buffer.from(bare.split('').toReversed().join('')),
    Buffer.from(`x${bare}`, 'utf16le').swap16(),
    Buffer.from(Buffer.from(bare).toString('hex')),
    Buffer.from(Buffer.from(canary.value).toString('hex').toUpperCase()),
    Buffer.from(`x${bare}`, 'utf16le'),
  ]

  for (const bytes of ways) {
    assert.ok(
      search.in('way', bytes).some(({ place }) => place === canary.place),
      bytes.toString('latin1'),
    )
  }
  assert.deepEqual(search.in('nothing', Buffer.from('4111 1111 1111 1112 and 41111111111111')), [])
})

function mails(): readonly string[] {
  return [
    buyerCanaryMail(MAILBOX),
    htmlCanaryMail(MAILBOX),
    strangersCanaryMail(MAILBOX),
    REFUSED_MAIL,
    OWN_TEXT,
    CLEAN_DRAFT,
  ]
}

/** Hands everything in, asks for everything, and gives all the answers. */
async function showTheDeskItsCanaries(desk: DeskProcess): Promise<string> {
  const answers: string[] = []
  const ask = async (path: string, init?: RequestInit): Promise<string> => {
    const response = await desk.request(path, init)
    const text = await response.text()
    answers.push(JSON.stringify([...response.headers]), text)
    return text
  }
  const post = (body: object, headers: Record<string, string> = {}): RequestInit => ({
    method: 'POST',
    body: JSON.stringify(body),
    headers,
  })
  const account = idOf(
    await ask('/accounts', post({ name: 'North', mailboxAddress: MAILBOX, approvedSender: MAILBOX })),
  )
  await desk.handIn(MAILBOX, buyerCanaryMail(MAILBOX))
  await desk.handIn(MAILBOX, buyerCanaryMail(MAILBOX))
  await desk.handIn(MAILBOX, htmlCanaryMail(MAILBOX))
  await desk.handIn(MAILBOX, strangersCanaryMail(MAILBOX))
  await assert.rejects(desk.handIn('nobody@shop.example', REFUSED_MAIL))

  const inbox = await ask(`/accounts/${account}/conversations?view=all`)
  await ask(`/accounts/${account}/quarantine`)
  const conversation = `/accounts/${account}/conversations/${idOf(inbox.slice(inbox.indexOf('[')))}`
  const { headers } = await desk.request(conversation)
  await ask(conversation)
  await ask('/check', post({ text: OWN_TEXT }))
  const seen = { 'if-match': headers.get('etag') ?? '', 'idempotency-key': 'leak-test-1' }
  await ask(`${conversation}/replies`, post({ text: OWN_TEXT }, seen))
  await ask(`${conversation}/draft`, { ...post({ text: OWN_TEXT, version: 0 }), method: 'PUT' })
  await ask(`${conversation}/draft`, { ...post({ text: CLEAN_DRAFT, version: 0 }), method: 'PUT' })
  await ask(`${conversation}/nothing?text=${encodeURIComponent(OWN_TEXT)}`)
  return answers.join('\n')
}

function idOf(json: string): string {
  const id = /"id":"(\d+)"/u.exec(json)?.[1]
  assert.ok(id, json)
  return id
}
