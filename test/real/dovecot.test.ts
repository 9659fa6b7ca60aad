import assert from 'node:assert/strict'
import { after, test } from 'node:test'

import type { ImapMail } from '../../src/channel/mail/imap/mail.ts'
import { openImap } from '../../src/channel/mail/imap/session.ts'
import { tryImap } from '../../src/channel/mail/imap/try.ts'
import { until } from '../desk/until.ts'
import { assertDovecot, openDovecot } from './dovecot/dovecot-server.ts'
import { watchMailbox } from '../channel/watched-mailbox.ts'

const NEVER = new AbortController().signal

assertDovecot()
const dovecot = await openDovecot()
after(() => dovecot[Symbol.asyncDispose]())

test('a mailbox that can be read says how many mails it has and when the newest came', async () => {
  await dovecot.deliver('trial', [{ bytes: mail(1), at: new Date('2026-11-23T23:59:59.000Z') }])

  const trial = await tryImap(dovecot.settings('trial'), { signal: NEVER })

  assert.deepEqual(trial, {
    ok: true,
    folder: 'INBOX',
    messages: 1,
    canIdle: true,
    newestAt: new Date('2026-11-23T23:59:59.000Z'),
  })
})

test('TLS and STARTTLS read with a certificate that is vouched for', async () => {
  const ca = dovecot.certificate
  const tls = dovecot.settings('tls', { security: 'tls', port: dovecot.tlsPort, ca })
  const starttls = dovecot.settings('tls', { security: 'starttls', ca })

  assert.equal((await tryImap(tls, { signal: NEVER })).ok, true)
  assert.equal((await tryImap(starttls, { signal: NEVER })).ok, true)
})

test('a certificate that nobody vouches for is named before any password is sent', async () => {
  const tls = dovecot.settings('nobody', { security: 'tls', port: dovecot.tlsPort })
  const starttls = dovecot.settings('nobody', { security: 'starttls' })

  assert.deepEqual(await tryImap(tls, { signal: NEVER }), { ok: false, problem: 'tls-certificate' })
  assert.deepEqual(await tryImap(starttls, { signal: NEVER }), { ok: false, problem: 'tls-certificate' })
  assert.doesNotMatch(await dovecot.log(), /user=<nobody>/u)
})

test('so is a certificate for another name', async () => {
  const settings = dovecot.settings('nobody', {
    security: 'tls',
    port: dovecot.tlsPort,
    ca: dovecot.certificate,
    servername: 'imap.shop.example',
  })

  assert.deepEqual(await tryImap(settings, { signal: NEVER }), { ok: false, problem: 'tls-certificate' })
})

test('a server without TLS is named, whether TLS or STARTTLS was asked for', async () => {
  await using plain = await openDovecot({ tls: false })

  const asTls = await tryImap(plain.settings('anna', { security: 'tls' }), { signal: NEVER })
  const asStarttls = await tryImap(plain.settings('anna', { security: 'starttls' }), { signal: NEVER })

  assert.deepEqual([asTls, asStarttls], [TLS_UNAVAILABLE, TLS_UNAVAILABLE])
  assert.doesNotMatch(await plain.log(), /user=<anna>/u)
})

test('a wrong password is named', async () => {
  const trial = await tryImap(dovecot.settings('anna', { password: 'not-the-secret' }), { signal: NEVER })

  assert.deepEqual(trial, { ok: false, problem: 'login-refused' })
})

test('a missing folder is named together with the folders there are', async () => {
  await dovecot.deliver('folders', [])
  await dovecot.makeFolder('folders', 'Archive')

  const trial = await tryImap(dovecot.settings('folders', { folder: 'Amazon' }), { signal: NEVER })

  assert.deepEqual(trial, { ok: false, problem: 'folder-missing', folders: ['INBOX', 'Archive'] })
})

test('two thousand mails come in order, each once, and the position stands behind the last', async () => {
  await dovecot.deliver('many', mails(1, 2_000))

  await using mailbox = watchMailbox(dovecot.settings('many'))
  await mailbox.caughtUp()

  assert.deepEqual(numbers(mailbox.mails), range(1, 2_000))
  assert.equal(mailbox.position?.lastUid, 2_000)
})

test('a mail that arrives while nothing happens wakes the watch long before it would look by itself', async () => {
  await dovecot.deliver('awake', [])
  await using mailbox = watchMailbox(dovecot.settings('awake'), { pollMs: 3_600_000 })
  await mailbox.caughtUp()

  const beganMs = performance.now()
  await dovecot.deliver('awake', mails(1, 1))
  await mailbox.taken(1)

  assert.ok(performance.now() - beganMs < WAKE_MS, 'Dovecot tells of new mail within half a second')
})

test('without a word of the server, the next look finds the mail', async () => {
  await using mailbox = watchMailbox(dovecot.settings('looking'), { pollMs: 50 })
  await mailbox.caughtUp()

  await dovecot.deliver('looking', mails(1, 3))
  await mailbox.taken(3)

  assert.deepEqual(numbers(mailbox.mails), [1, 2, 3])
})

test('connections that break in the middle lose and double nothing', async () => {
  await dovecot.deliver('breaking', mails(1, 3_000))
  let breaks = 0

  await using mailbox = watchMailbox(dovecot.settings('breaking'), {
    async take({ lastUid }) {
      if (lastUid !== 200 && lastUid !== 1_600) return
      breaks += 1
      await dovecot.dropConnections('breaking')
    },
  })
  await mailbox.taken(3_000)

  assert.equal(breaks, 2)
  assert.deepEqual(numbers(mailbox.mails), range(1, 3_000))
})

test('a batch that cannot be stored is handed over again, and the mailbox says why it waits', async () => {
  await dovecot.deliver('storing', mails(1, 500))
  let refusals = 0

  await using mailbox = watchMailbox(dovecot.settings('storing'), {
    async take({ lastUid }) {
      if (lastUid !== 400 || (refusals += 1) > 3) return
      throw new Error('the database is away')
    },
  })
  await mailbox.taken(500)

  assert.deepEqual(numbers(mailbox.mails), range(1, 500))
  assert.equal(mailbox.states.filter((one) => one.state === 'failing' && one.problem === 'not-stored').length, 3)
})

test('a server that is stopped and started is found again', async () => {
  await using own = await openDovecot()
  await own.deliver('anna', mails(1, 10))
  await using mailbox = watchMailbox(own.settings('anna'))
  await mailbox.taken(10)

  await own.stop()
  await own.deliver('anna', mails(11, 20))
  await until('the server to be missed', () => mailbox.states.some(isRefused) || undefined)
  await own.start()
  await mailbox.taken(20)

  assert.deepEqual(numbers(mailbox.mails), range(1, 20))
})

test('with another UIDVALIDITY every mail comes again under it', async () => {
  await dovecot.deliver('renumbered', mails(1, 300))
  await using mailbox = watchMailbox(dovecot.settings('renumbered'), { pollMs: 50 })
  await mailbox.taken(300)

  await dovecot.setUidValidity('renumbered', 4_242)
  await mailbox.taken(600)

  assert.equal(mailbox.position?.uidValidity, 4_242)
  assert.deepEqual(numbers(mailbox.mails.slice(-300)), range(1, 300))
})

test('what another reader marks as seen comes like any other mail', async () => {
  await dovecot.deliver('seen', mails(1, 100))
  await dovecot.setSeen('seen', 'uid 1:50')

  await using mailbox = watchMailbox(dovecot.settings('seen'))
  await mailbox.caughtUp()
  await dovecot.setSeen('seen', 'all')
  await dovecot.deliver('seen', mails(101, 101))
  await mailbox.taken(101)

  assert.deepEqual(numbers(mailbox.mails), range(1, 101))
})

test('removed mails leave gaps and hold nothing up', async () => {
  await dovecot.deliver('removed', mails(1, 50))
  await dovecot.expunge('removed', 'uid 1:10')
  await dovecot.expunge('removed', 'uid 20:29')

  await using mailbox = watchMailbox(dovecot.settings('removed'))
  await mailbox.caughtUp()
  await dovecot.expunge('removed', 'uid 50')
  await dovecot.deliver('removed', mails(51, 51))
  await mailbox.taken(31)

  assert.deepEqual(numbers(mailbox.mails), [...range(11, 19), ...range(30, 51)])
})

test('a mail removed between being listed and being fetched is passed over', async () => {
  await dovecot.deliver('vanishing', mails(1, 5))
  await using session = await openImap(dovecot.settings('vanishing'), { signal: NEVER })
  const listed = await session.listUids(1, 5)

  await dovecot.expunge('vanishing', 'uid 2')
  await using again = await openImap(dovecot.settings('vanishing'), { signal: NEVER })

  assert.deepEqual(numbers(await Array.fromAsync(again.fetch(listed, { maxBytes: 1_000_000 }))), [1, 3, 4, 5])
})

test('reading leaves every flag as it was, Recent too', async () => {
  await dovecot.deliver('flags', mails(1, 10))
  await dovecot.setSeen('flags', 'uid 3')
  const before = await dovecot.kept('flags')

  await using mailbox = watchMailbox(dovecot.settings('flags'))
  await mailbox.caughtUp()

  assert.deepEqual(await dovecot.kept('flags'), before)
  assert.deepEqual(
    before.slice(1, 4).map(({ flags }) => flags),
    ['\\Recent', '\\Seen \\Recent', '\\Recent'],
  )
})

test('of a mail that is too large only the beginning of its header comes, and the others come whole', async () => {
  const large = `X-Filler: ${'x'.repeat(200_000)}\r\n${mail(2)}${'Teekanne\r\n'.repeat(10_000)}`
  await dovecot.deliver('large', [mail(1), large, mail(3)])

  await using mailbox = watchMailbox(dovecot.settings('large'), { maxBytes: 100_000 })
  await mailbox.caughtUp()

  const [first, second, third] = mailbox.mails
  assert.deepEqual([first?.uid, second?.uid, third?.uid], [1, 2, 3])
  assert.ok(second !== undefined && second.bytes === undefined)
  assert.equal(second.sizeBytes, Buffer.byteLength(large))
  assert.equal(second.header.length, 128 * 1024)
  assert.equal(first?.bytes && Buffer.from(first.bytes).toString(), mail(1))
  assert.ok(third?.bytes)
})

test('a watch ends within two seconds, even while a batch is being stored', async () => {
  await dovecot.deliver('ending', mails(1, 10))
  const { promise: forever } = Promise.withResolvers<void>()
  const storing = Promise.withResolvers<void>()
  const mailbox = watchMailbox(dovecot.settings('ending'), {
    take() {
      storing.resolve()
      return forever
    },
  })
  await storing.promise

  const beganMs = performance.now()
  await mailbox[Symbol.asyncDispose]()

  assert.ok(performance.now() - beganMs < END_MS)
})

const TLS_UNAVAILABLE = { ok: false, problem: 'tls-unavailable' }
/** Dovecot's own delay of half a second, and room for a machine that is busy; far below the hour of the poll. */
const WAKE_MS = 5_000

/** Two seconds, and room for a machine that is busy; the batch of that test is never stored. */
const END_MS = 6_000

function isRefused(state: { readonly state: string; readonly problem?: string }): boolean {
  return state.problem === 'refused'
}

/** A small mail whose number stands in its subject. */
function mail(number: number): string {
  return [
    `Message-ID: <mail-${number}@shop.example>`,
    'From: rosalinde@buyers.example',
    'To: desk@shop.example',
    `Subject: number ${number}`,
    '',
    'Guten Tag, wo ist meine Teekanne?',
    '',
  ].join('\r\n')
}

function mails(from: number, to: number): readonly string[] {
  return range(from, to).map(mail)
}

/** The numbers in the subjects, in the order in which the mails came. */
function numbers(taken: readonly ImapMail[]): readonly number[] {
  return taken.map(({ bytes }) => {
    assert.ok(bytes)
    return Number(/^Subject: number (\d+)\r$/mu.exec(Buffer.from(bytes).toString('latin1'))?.[1])
  })
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at)
}
