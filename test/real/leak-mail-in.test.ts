import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'

import { z } from 'zod'

import { mailIdOf, openSmtpStage } from '../desk/smtp-stage.ts'
import { until } from '../desk/until.ts'
import { inDatabaseOf } from '../process/desk-database.ts'
import { type DeskProcess, startDeskProcess } from '../process/desk-process.ts'
import { runSafereply } from '../process/run-safereply.ts'
import { temporaryPlace } from '../store/server/temporary-place.ts'
import { amazonsMails, AUTHSERV_ID, bounceOf } from '../leak/mail/amazons-mails.ts'
import { AskedDesk } from '../leak/asked-desk.ts'
import { buyersMails, type CanaryMail, importedMail } from '../leak/mail/buyers-mails.ts'
import { type Find, searchFor } from '../leak/canaries.ts'
import { chanceOf } from '../leak/value/chance.ts'
import { entrustCanaries, provokeErrors, reply } from '../leak/entrusted.ts'
import { Planter } from '../leak/planter.ts'
import { findInFolder, findInRows, placesOf } from '../leak/sinks.ts'
import { strangersMails } from '../leak/mail/strangers-mails.ts'

const MAILBOX = 'north@shop.example'
/** Set to the seed of a run, it repeats that run. */
const SEED = Number(process.env['SAFEREPLY_TEST_SEED'] ?? randomInt(1, 2 ** 31))
const FEWEST = 120
const ROUNDS = 4

const accountShape = z.object({ id: z.string() })
const importedShape = z.looseObject({ stored: z.int() })
const listenerShape = z.object({ host: z.string(), port: z.int() })

test('no value a mail brings stands anywhere, wherever in the mail it stood and by whichever door it came', async (t) => {
  t.diagnostic(`SAFEREPLY_TEST_SEED=${SEED}`)
  await using place = await temporaryPlace()
  const temporary = join(place.root, 'temporary')
  await mkdir(temporary, { mode: 0o711 })
  const dataDir = join(place.root, 'data')
  await using amazon = await openSmtpStage()
  const environment = {
    TMPDIR: temporary,
    SAFEREPLY_LOG_LEVEL: 'debug',
    SAFEREPLY_METRICS_PORT: '0',
    SAFEREPLY_SMTP_URL: `smtp://127.0.0.1:${amazon.port}`,
  }
  await using desk = await startDeskProcess({ command: 'start', dataDir, environment })
  const planter = new Planter(chanceOf(SEED))
  const asked = new AskedDesk(desk)

  const mails = [...buyersMails(planter, MAILBOX), ...amazonsMails(planter), ...strangersMails(planter)]
  const account = await openAccount(asked)
  await handIn(desk, mails)
  const imported = await importFile(planter, { dataDir, environment })
  await entrustCanaries(asked, planter, account)
  await reply(asked, account)
  const sent = await until('the reply to be sent', () => amazon.mails[0])
  await handIn(desk, [bounceOf(planter, mailIdOf(sent), true)])
  await provokeErrors(asked, planter, account)
  await askAll(asked, account)
  const metrics = await metricsOf(desk)
  await inDatabaseOf(dataDir, (client) => client.query('checkpoint'))

  const { canaries, uncovered, witnesses } = planter
  const values = searchFor([...canaries, ...uncovered])
  const everything = searchFor([
    ...canaries,
    ...uncovered,
    ...witnesses.map(({ part, word }) => ({ place: `${part} | witness`, value: word })),
  ])
  const answers = asked.answers.map(({ said: answer }) => answer).join('\n')
  const onDisk = async (): Promise<readonly Find[]> => [
    ...(await findInFolder(everything, place.root)),
    ...(await inDatabaseOf(dataDir, (client) => findInRows(everything, client))),
  ]
  const said = [
    ...everything.in('standard output', Buffer.from(desk.stdout() + imported.stdout)),
    ...everything.in('standard error', Buffer.from(desk.stderr() + imported.stderr)),
    ...everything.in('metrics', Buffer.from(metrics)),
  ]

  await t.test('nothing of a mail is found on the disk, in the logs or in the metrics', async () => {
    assert.deepEqual([...said, ...(await onDisk())], [])
  })

  await t.test(
    'the API and the mails that are sent show nothing of them but the kinds that are not taken out yet, and those as they are',
    () => {
      const told = [...asked.answers, { question: 'mail that was sent', said: amazon.mails.join('\n') }]
      const shown = told.flatMap(({ question, said: answer }) => values.in(question, Buffer.from(answer)))
      const known = new Set(uncovered.map(({ place: at }) => at))
      assert.deepEqual(
        shown.filter(({ place: at }) => !known.has(at)),
        [],
      )
      assert.deepEqual(known.difference(placesOf(shown, /./u)), new Set(), 'these are taken out by now')
    },
  )

  await t.test('each part was looked at: the words beside its canaries are shown where a part is', () => {
    const isShown = witnesses.map(({ part, word }) => [part, answers.includes(word)])
    assert.deepEqual(
      isShown,
      witnesses.map((witness) => [witness.part, witness.isShown]),
    )
    assert.match(desk.stderr(), /"outcome":"stored"/u)
    assert.match(metrics, /^safereply_/mu)
  })

  await t.test('each is found in each place when redaction and sealing are gone around', async () => {
    const raws = [...canaries, ...uncovered, ...witnesses.map(({ word }) => ({ value: word }))].map(
      ({ value }) => value,
    )
    await writeFile(join(temporary, 'planted'), raws.join('\n'))
    await inDatabaseOf(dataDir, async (client) => {
      await client.query('create table scratch (words text)')
      // Some stand across the border of two pages of the log, and not again in the next round.
      for (let round = 0; round < ROUNDS; round += 1)
        await client.query('insert into scratch select unnest($1::text[])', [raws])
      await client.query('checkpoint')
    })

    const found = await onDisk()

    const all = new Set([...canaries, ...uncovered].map(({ place: at }) => at))
    for (const where of [/\/planted$/u, /\/base\//u, /\/pg_wal\//u, /^row of scratch$/u])
      assert.deepEqual(all.difference(placesOf(found, where)), new Set(), String(where))
  })

  await t.test('there are enough of them, and the places are many', () => {
    const kinds = new Set(canaries.map(({ place: at }) => at.split(' | ')[1]))
    const parts = new Set(canaries.map(({ place: at }) => at.split(' | ')[0]))
    t.diagnostic(`${canaries.length} canaries of ${kinds.size} kinds in ${parts.size} parts of ${mails.length} mails`)
    t.diagnostic(`${asked.answers.length} answers of the API looked at`)
    t.diagnostic(`not taken out yet: ${[...new Set(uncovered.map(({ place: at }) => at.split(' | ')[1]))].join('; ')}`)
    assert.ok(canaries.length >= FEWEST && kinds.size >= 12)
  })
})

async function openAccount(asked: AskedDesk): Promise<string> {
  const wish = { name: 'North', mailboxAddress: MAILBOX, approvedSender: MAILBOX }
  const { id: account } = accountShape.parse(JSON.parse(await asked.send('POST', '/accounts', wish)))
  const [mailbox] = await asked.idsOf(`/accounts/${account}/mailboxes`)
  await asked.send('PATCH', `/accounts/${account}/mailboxes/${mailbox}`, { authservIds: [AUTHSERV_ID] })
  return account
}

async function handIn(desk: DeskProcess, mails: readonly CanaryMail[]): Promise<void> {
  for (const { raw } of mails) await desk.handIn(MAILBOX, raw)
}

async function importFile(
  planter: Planter,
  desk: { readonly dataDir: string; readonly environment: Readonly<Record<string, string>> },
) {
  await using elsewhere = await temporaryPlace()
  const file = join(elsewhere.root, 'old.eml')
  await writeFile(file, importedMail(planter))
  const args = ['import', 'mail', file, '--mailbox', MAILBOX, '--json', '--data-dir', desk.dataDir]
  const { environment } = desk
  const ran = runSafereply(args, { environment })
  assert.equal(ran.code, 0, ran.stderr)
  assert.equal(importedShape.parse(JSON.parse(ran.stdout)).stored, 1, ran.stdout)
  return ran
}

/** Everything that can be read, before and after people decided on what is held. */
async function askAll(asked: AskedDesk, account: string): Promise<void> {
  const at = `/accounts/${account}`
  const held = await asked.idsOf(`${at}/quarantine`)
  assert.equal(held.length, 6)
  const decisions = ['release', 'dismiss', 'report']
  for (const [index, id] of held.entries())
    await asked.send('POST', `${at}/quarantine/${id}/${decisions[index % decisions.length]}`, {})
  await asked.ask(`${at}/quarantine?state=decided`)
  const conversations = await asked.idsOf(`${at}/conversations?view=all&limit=100`)
  const mailboxes = await asked.idsOf(`${at}/mailboxes`)
  const reply = await asked.idsOf(`${at}/replies`)
  await asked.askEverything({ account: [account], conversation: conversations, mailbox: mailboxes, reply })
}

async function metricsOf(desk: DeskProcess): Promise<string> {
  const line =
    desk
      .stderr()
      .split('\n')
      .find((each) => each.includes('"msg":"metrics"')) ?? '{}'
  const { host, port } = listenerShape.parse(JSON.parse(line))
  const response = await fetch(`http://${host}:${port}/metrics`)
  assert.equal(response.status, 200)
  return response.text()
}
