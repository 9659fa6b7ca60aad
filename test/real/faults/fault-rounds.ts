import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { Client } from 'pg'
import { z } from 'zod'

import { MINUTE_MS } from '../../../src/base/clock.ts'
import { clusterFolder } from '../../../src/store/server/cluster.ts'
import { until } from '../../desk/until.ts'
import { inDatabaseOf } from '../../process/desk-database.ts'
import { type DeskProcess, startDeskProcess } from '../../process/desk-process.ts'
import { runSafereply } from '../../process/run-safereply.ts'
import { temporaryPlace } from '../../store/server/temporary-place.ts'
import { type DovecotServer, openDovecot } from '../dovecot/dovecot-server.ts'
import { faultyMails } from './faulty-mails.ts'

/** What became of the mails of a mailbox, beside what must have. */
export interface FaultTally {
  readonly found: Stored
  readonly expected: Stored
  /** What each comparison with the server said, in order. */
  readonly comparisons: readonly Comparison[]
  readonly mailsPerSecond: number
}

interface Stored {
  /** How many messages are stored, by order. */
  readonly byOrder: Readonly<Record<string, number>>
  readonly quarantined: number
  /** Mails in the ledger under the server's last numbering. */
  readonly inLedger: number
}

const comparisonShape = z.object({ agrees: z.boolean(), onServer: z.number(), missing: z.number(), gone: z.number() })
type Comparison = z.infer<typeof comparisonShape>

const MAILBOX = 'faults@shop.example'
const USER = 'faults'
const OTHER_UID_VALIDITY = 1_900_000_000
/** How long a slow and busy machine may take for a share of the mails. */
const PATIENCE_MS = 30 * MINUTE_MS

/**
 * Fetches a mailbox while everything goes wrong that can: the desk is killed with -9 twice, connections drop, the
 * server changes its numbering, another reader marks all as read, the database goes away. After each the server is
 * compared with the ledger; in the end with what was put into the mailbox.
 */
export async function faultRounds(count: number): Promise<FaultTally> {
  await using place = await temporaryPlace()
  await using dovecot = await openDovecot({ tls: false })
  const put = faultyMails(count, MAILBOX)
  await dovecot.deliver(USER, put.mails)
  await using scene = await openScene(join(place.root, 'data'), dovecot)
  const begun = performance.now()

  const comparisons: Comparison[] = []
  for (const [at, fault] of FAULTS.entries()) {
    await scene.fetched(Math.floor((count * (at + 1)) / (FAULTS.length + 1)))
    await fault(scene, dovecot)
    comparisons.push(scene.compare())
  }
  await scene.fetched(count)
  const seconds = (performance.now() - begun) / 1_000
  comparisons.push(scene.compare())
  return {
    found: await scene.stored(),
    expected: { byOrder: put.byOrder, quarantined: put.quarantined, inLedger: count },
    comparisons,
    mailsPerSecond: count / seconds,
  }
}

type Fault = (scene: Scene, dovecot: DovecotServer) => Promise<void>

const FAULTS: readonly Fault[] = [
  (scene) => scene.killDesk(),
  (_scene, dovecot) => dovecot.setUidValidity(USER, OTHER_UID_VALIDITY),
  (_scene, dovecot) => dovecot.dropConnections(USER),
  (_scene, dovecot) => dovecot.setSeen(USER, 'all'),
  (scene) => scene.endDatabase(),
  (scene) => scene.killDesk(),
]

interface Scene extends AsyncDisposable {
  /** Waits until so many mails were fetched since the server numbered them anew. */
  fetched(mails: number): Promise<void>
  killDesk(): Promise<void>
  /** Ends the database under the desk, which ends too, and starts both again. */
  endDatabase(): Promise<void>
  /** Asks the command line to hold the mailbox against its server. */
  compare(): Comparison
  stored(): Promise<Stored>
}

async function openScene(dataDir: string, dovecot: DovecotServer): Promise<Scene> {
  const start = (): Promise<DeskProcess> => startDeskProcess({ command: 'start', dataDir })
  let desk = await start()
  await setUp(desk, dovecot)
  return {
    async fetched(mails) {
      await until(
        `${mails} mails to be fetched`,
        () =>
          inDatabaseOf(dataDir, async (client) => {
            const found = await client.query<{ last_uid: number }>(
              'select last_uid::float8 as last_uid from mailbox_position',
            )
            return (found.rows[0]?.last_uid ?? 0) >= mails || undefined
          }).catch(() => undefined),
        PATIENCE_MS,
      )
    },
    async killDesk() {
      await desk.end('SIGKILL')
      desk = await start()
    },
    async endDatabase() {
      const [pid = ''] = (await readFile(join(clusterFolder(dataDir), 'postmaster.pid'), 'utf8')).split('\n')
      process.kill(Number(pid), 'SIGINT')
      await desk.end('SIGTERM')
      desk = await start()
    },
    compare() {
      const ran = runSafereply(['reconcile', '--now', '--json', '--data-dir', dataDir])
      const [found] = z.array(comparisonShape).parse(JSON.parse(ran.stdout || '[]'))
      assert.ok(found, `reconcile says nothing (exit ${ran.code}): ${ran.stderr}`)
      return found
    },
    stored: () => inDatabaseOf(dataDir, readStored),
    async [Symbol.asyncDispose]() {
      await desk[Symbol.asyncDispose]()
    },
  }
}

async function readStored(client: Client): Promise<Stored> {
  const messages = await client.query<{ order_id: string; mails: number }>(
    `select c.order_id, count(*)::int as mails from message m
      join conversation c on c.account_id = m.account_id and c.conversation_id = m.conversation_id group by 1`,
  )
  const count = async (statement: string): Promise<number> =>
    (await client.query<{ mails: number }>(statement)).rows[0]?.mails ?? 0
  return {
    byOrder: Object.fromEntries(messages.rows.map(({ order_id, mails }) => [order_id, mails])),
    quarantined: await count('select count(*)::int as mails from quarantine'),
    inLedger: await count(`select count(*)::int as mails from arrival where uid_validity = ${OTHER_UID_VALIDITY}`),
  }
}

const madeShape = z.object({ id: z.string() })
const mailboxesShape = z.object({ items: z.array(madeShape) })

async function setUp(desk: DeskProcess, dovecot: DovecotServer): Promise<void> {
  const account = madeShape.parse(
    await call(desk, '/accounts', {
      method: 'POST',
      body: JSON.stringify({ name: 'faults', mailboxAddress: MAILBOX, approvedSender: MAILBOX }),
    }),
  )
  const path = `/accounts/${account.id}/mailboxes`
  const [mailbox] = mailboxesShape.parse(await call(desk, path)).items
  assert.ok(mailbox)
  const { host, port, security, user, password, folder } = dovecot.settings(USER)
  const source = JSON.stringify({ host, port, security, user, password, folder })
  await call(desk, `${path}/${mailbox.id}/source`, { method: 'PUT', body: source })
}

async function call(desk: DeskProcess, path: string, init?: RequestInit): Promise<unknown> {
  const answer = await desk.request(path, init)
  assert.ok(answer.ok, `${path} answers ${answer.status}`)
  return answer.json()
}

/** Nothing lost, nothing doubled, and the proof said so after each fault; a line for people. */
export function assertNothingLost({ found, expected, comparisons, mailsPerSecond }: FaultTally): string {
  assert.deepEqual(found, expected)
  assert.equal(comparisons.length, FAULTS.length + 1)
  assert.deepEqual(
    comparisons.filter(({ agrees, missing }) => !agrees || missing > 0),
    [],
  )
  assert.equal(comparisons.at(-1)?.onServer, expected.inLedger)
  return `${expected.inLedger} mails through ${FAULTS.length} faults, ${mailsPerSecond.toFixed(0)} a second: 0 lost, 0 doubled`
}
