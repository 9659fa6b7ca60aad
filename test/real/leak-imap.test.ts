import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'

import { z } from 'zod'

import { until } from '../desk/until.ts'
import { amazonsMails } from '../leak/mail/amazons-mails.ts'
import { AskedDesk } from '../leak/asked-desk.ts'
import { buyersMails } from '../leak/mail/buyers-mails.ts'
import { searchFor } from '../leak/canaries.ts'
import { chanceOf } from '../leak/value/chance.ts'
import { Planter } from '../leak/planter.ts'
import { findInFolder, findInRows, placesOf } from '../leak/sinks.ts'
import { strangersMails } from '../leak/mail/strangers-mails.ts'
import { inDatabaseOf } from '../process/desk-database.ts'
import { startDeskProcess } from '../process/desk-process.ts'
import { temporaryPlace } from '../store/server/temporary-place.ts'
import { openDovecot } from './dovecot/dovecot-server.ts'

const USER = 'canaries'
const MAILBOX = `${USER}@shop.example`
/** Set to the seed of a run, it repeats that run. */
const SEED = Number(process.env['SAFEREPLY_TEST_SEED'] ?? randomInt(1, 2 ** 31))

const accountShape = z.object({ id: z.string() })
const fetchedShape = z.object({ items: z.array(z.object({ fetched: z.object({ lastUid: z.int() }).nullable() })) })

test('no value of a mail that is fetched by IMAP stands anywhere, and neither does the password of the mailbox', async (t) => {
  t.diagnostic(`SAFEREPLY_TEST_SEED=${SEED}`)
  await using dovecot = await openDovecot()
  await using place = await temporaryPlace()
  const temporary = join(place.root, 'temporary')
  await mkdir(temporary, { mode: 0o711 })
  const dataDir = join(place.root, 'data')
  const environment = { TMPDIR: temporary, SAFEREPLY_LOG_LEVEL: 'debug' }
  await using desk = await startDeskProcess({ command: 'start', dataDir, environment })
  const planter = new Planter(chanceOf(SEED))
  const asked = new AskedDesk(desk)
  const mails = [...buyersMails(planter, MAILBOX), ...amazonsMails(planter), ...strangersMails(planter)]
  await dovecot.deliver(
    USER,
    mails.map(({ raw }) => raw),
  )

  const wish = { name: 'North', mailboxAddress: MAILBOX, approvedSender: MAILBOX }
  const { id: account } = accountShape.parse(JSON.parse(await asked.send('POST', '/accounts', wish)))
  const at = `/accounts/${account}`
  const [mailbox] = await asked.idsOf(`${at}/mailboxes`)
  const { host, port, security, user, password, folder } = dovecot.settings(USER)
  const source = { host, port, security, user, folder }
  await asked.send('POST', `${at}/mailboxes/${mailbox}/try`, { ...source, password: `${password}-geraten` })
  await asked.send('PUT', `${at}/mailboxes/${mailbox}/source`, { ...source, password })
  await until('all mails to be fetched', async () => {
    const { items } = fetchedShape.parse(JSON.parse(await asked.ask(`${at}/mailboxes`)))
    return items[0]?.fetched?.lastUid === mails.length || undefined
  })
  await asked.send('POST', `${at}/reconciliation`, {})
  const held = await asked.idsOf(`${at}/quarantine`)
  const conversations = await asked.idsOf(`${at}/conversations?view=all&limit=100`)
  const reply = await asked.idsOf(`${at}/replies`)
  await asked.askEverything({ account: [account], conversation: conversations, mailbox: [mailbox ?? ''], reply })
  await inDatabaseOf(dataDir, (client) => client.query('checkpoint'))

  const secrets = [...planter.canaries, { place: 'password of the mailbox', value: password }]
  const search = searchFor([...secrets, ...planter.uncovered])
  const shown = asked.answers.flatMap(({ question, said }) => search.in(question, Buffer.from(said)))
  const known = new Set(planter.uncovered.map(({ place: part }) => part))
  const kept = [
    ...(await findInFolder(search, place.root)),
    ...(await inDatabaseOf(dataDir, (client) => findInRows(search, client))),
    ...search.in('output', Buffer.from(desk.stdout() + desk.stderr())),
  ]
  t.diagnostic(`${secrets.length} canaries in ${mails.length} mails, ${asked.answers.length} answers looked at`)
  assert.deepEqual([held.length, conversations.length + held.length > 15], [6, true])
  assert.deepEqual(kept, [])
  assert.deepEqual(
    shown.filter(({ place: part }) => !known.has(part)),
    [],
  )
  assert.deepEqual(known.difference(placesOf(shown, /./u)), new Set())
})
