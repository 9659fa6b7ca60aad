import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, test } from 'node:test'

import { z } from 'zod'

import type { MailboxTrialView, MailboxView } from '../../src/http/route/mailbox-shapes.ts'
import { buyerMail } from '../desk/buyer-mail.ts'
import { until } from '../desk/until.ts'
import { inDatabaseOf } from '../process/desk-database.ts'
import { startDeskProcess } from '../process/desk-process.ts'
import { temporaryPlace } from '../store/server/temporary-place.ts'
import { openDovecot } from './dovecot/dovecot-server.ts'

const opened = new AsyncDisposableStack()
after(() => opened.disposeAsync())
const dovecot = opened.use(await openDovecot())
const place = opened.use(await temporaryPlace())
const desk = opened.use(await startDeskProcess({ command: 'start', dataDir: join(place.root, 'data') }))

const NOBODY_LISTENS = 1

test('a trial says what is wrong, and what there is when all is right', async () => {
  const shop = await openShop('trial')
  await dovecot.deliver('trial', [shop.mail('Eins'), shop.mail('Zwei')])

  const wrong = [
    await shop.try({ port: NOBODY_LISTENS }),
    await shop.try({ port: dovecot.tlsPort, security: 'tls' }),
    await shop.try({ security: 'starttls' }),
    await shop.try({ password: 'falsch-geraten' }),
    await shop.try({ folder: 'Amazon' }),
    await shop.try({ host: 'mail.shop.example', security: 'none' }),
  ]
  const right = await shop.try({})

  assert.deepEqual(
    wrong.map(({ problem }) => problem?.code),
    ['refused', 'tls-certificate', 'tls-certificate', 'login-refused', 'folder-missing', 'not-safe'],
  )
  assert.ok(wrong.every(({ problem }) => problem && problem.says !== '' && problem.remedy !== ''))
  assert.deepEqual(wrong[4]?.folders, ['INBOX'])
  assert.deepEqual([right.ok, right.folder, right.messages, right.canIdle], [true, 'INBOX', 2, true])
  assert.deepEqual((await shop.show()).source, null)
})

test('mails that are there come in, and those that come later too, without being told', async () => {
  const shop = await openShop('arrive')
  await dovecot.deliver('arrive', [shop.mail('Schon da'), shop.mail('Auch schon da')])

  await shop.set({})
  await shop.previews(['Auch schon da', 'Schon da'])
  const first = await shop.watch(({ state }) => state === 'caught-up')
  await dovecot.deliver('arrive', [shop.mail('Eben gekommen')])
  await shop.previews(['Auch schon da', 'Eben gekommen', 'Schon da'])

  assert.equal(first.fetched?.lastUid, 2)
  assert.equal(first.watch?.problem, null)
  assert.deepEqual(
    (await dovecot.kept('arrive')).map(({ flags }) => flags.includes('Seen')),
    [false, false, false],
  )
})

test('a broken mailbox is shown failing while another goes on, and is tried at once when it was mended', async () => {
  const [broken, whole] = [await openShop('broken'), await openShop('whole')]
  await dovecot.deliver('broken', [broken.mail('Hinter der falschen Tür')])
  await dovecot.deliver('whole', [whole.mail('Nebenan')])

  await broken.set({ password: 'falsch-geraten' })
  const failing = await broken.watch(({ state }) => state === 'failing')
  await whole.set({})
  await whole.previews(['Nebenan'])
  const still = await broken.show()
  await broken.set({})
  await broken.previews(['Hinter der falschen Tür'])

  assert.equal(failing.watch?.problem?.code, 'login-refused')
  assert.ok(failing.watch.retryAt !== null && failing.watch.retryAt > failing.watch.since)
  assert.equal(still.watch?.state, 'failing')
  assert.equal(failing.fetched, null)
})

test('another folder or user begins anew, and what is here already is not there twice', async () => {
  const shop = await openShop('anew')
  await dovecot.deliver('anew', [shop.mail('Alt'), shop.mail('Älter')])
  await dovecot.makeFolder('anew', 'Amazon')
  await dovecot.deliver('moved', [shop.mail('Umgezogen')])

  await shop.set({})
  await shop.previews(['Alt', 'Älter'])
  await shop.set({ folder: 'Amazon' })
  const elsewhere = await shop.watch(({ state }) => state === 'caught-up')
  await shop.set({})
  const again = await until('the mails to be fetched again', async () => {
    const shown = await shop.show()
    return shown.fetched?.lastUid === 2 ? shown : undefined
  })
  await shop.set({ user: 'moved', password: dovecot.password })
  await shop.previews(['Alt', 'Umgezogen', 'Älter'])

  assert.deepEqual([elsewhere.fetched, elsewhere.source?.version], [null, 2])
  assert.equal(again.source?.version, 3)
  // The ledger has a row for each mail of each place: the two that were fetched anew are known to be here.
  assert.deepEqual(await shop.outcomes(), { stored: 3, repeated: 2 })
})

test('a source that is removed is left alone', async () => {
  const shop = await openShop('left')
  await dovecot.deliver('left', [shop.mail('Noch geholt')])
  await shop.set({})
  await shop.previews(['Noch geholt'])

  await shop.remove()
  await until('the desk to leave the server', async () => (await dovecot.connections('left')) === 0 || undefined)

  assert.deepEqual([(await shop.show()).source, (await shop.show()).watch], [null, null])
})

test('no password is in what the desk says', () => {
  const said = desk.stdout() + desk.stderr()

  assert.ok(said.length > 0)
  assert.doesNotMatch(said, new RegExp(`${dovecot.password}|falsch-geraten`, 'u'))
})

const mailboxesShape = z.object({ items: z.array(z.custom<MailboxView>()) })
const inboxShape = z.object({ items: z.array(z.object({ preview: z.string() })) })
const accountShape = z.object({ id: z.string() })

/** An account with one mailbox, whose mails lie at Dovecot under `name`. */
async function openShop(name: string) {
  const address = `${name}@shop.example`
  const account = accountShape.parse(
    await call('POST', '/accounts', { name, mailboxAddress: address, approvedSender: address }),
  )
  const path = `/accounts/${account.id}`
  let cases = 0

  async function show(): Promise<MailboxView> {
    const [mailbox] = mailboxesShape.parse(await call('GET', `${path}/mailboxes`)).items
    assert.ok(mailbox)
    return mailbox
  }

  const mailbox = `${path}/mailboxes/${(await show()).id}`
  const { host, port, security, user, password, folder } = dovecot.settings(name)
  const source = { host, port, security, user, password, folder }

  return {
    show,
    /** A buyer's mail of a thread of its own. */
    mail(text: string): string {
      cases += 1
      const thread = `${name}${cases}`.toUpperCase()
      return buyerMail({
        to: address,
        text,
        alias: `${name}${cases}`.padEnd(14, 'x'),
        orderId: `302-${String(cases).padStart(7, '0')}-1234567`,
        messageToken: `A0M${thread}`,
        threadToken: `A0T${thread}`,
        date: new Date(),
      })
    },
    async try(other: Partial<typeof source>): Promise<MailboxTrialView> {
      return z.custom<MailboxTrialView>().parse(await call('POST', `${mailbox}/try`, { ...source, ...other }))
    },
    async set(other: Partial<typeof source>): Promise<void> {
      await call('PUT', `${mailbox}/source`, { ...source, ...other })
    },
    async remove(): Promise<void> {
      await call('DELETE', `${mailbox}/source`)
    },
    /** The mailbox, as soon as its watcher fares so. */
    watch(isSo: (watch: NonNullable<MailboxView['watch']>) => boolean): Promise<MailboxView> {
      return until('the watcher to say so', async () => {
        const shown = await show()
        return shown.watch && isSo(shown.watch) ? shown : undefined
      })
    },
    /** How many mails of each outcome are in the ledger. */
    async outcomes(): Promise<Record<string, number>> {
      const rows = await inDatabaseOf(desk.ready.dataDir, (client) =>
        client.query<{ outcome: string; mails: number }>(
          'select outcome, count(*)::int as mails from arrival where account_id = $1 group by outcome',
          [account.id],
        ),
      )
      return Object.fromEntries(rows.rows.map(({ outcome, mails }) => [outcome, mails]))
    },
    /** Waits until the inbox holds these conversations and no other. */
    async previews(expected: readonly string[]): Promise<void> {
      await until(`the inbox to hold ${expected.length} conversations`, async () => {
        const { items } = inboxShape.parse(await call('GET', `${path}/conversations?view=all`))
        const previews = items.map(({ preview }) => preview).toSorted()
        return JSON.stringify(previews) === JSON.stringify(expected) || undefined
      })
    },
  }
}

async function call(method: string, path: string, body?: unknown): Promise<unknown> {
  const answer = await desk.request(path, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  })
  assert.ok(
    answer.ok,
    `${method} ${path.replace(/\d+/u, '…')} answers ${answer.status}: ${await answer.clone().text()}`,
  )
  return answer.json()
}
