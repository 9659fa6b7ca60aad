import { performance } from 'node:perf_hooks'

import { Kysely, PostgresDialect } from 'kysely'
import { Client, Pool } from 'pg'

import { after, DAY_MS, HOUR_MS, systemClock } from '../src/base/clock.ts'
import type { AccountId, ConversationId, PersonId } from '../src/model/ids.ts'
import type { AccountScope } from '../src/model/scope.ts'
import { mintScope } from '../src/policy/access/mint-scope.ts'
import { asPerson, type Database, openDatabase, type Tx } from '../src/store/database.ts'
import { countNeedsReply, type InboxCursor, type InboxView, listInbox } from '../src/store/inbox.ts'
import { openBenchDatabase } from './measure/bench-database.ts'
import { percentiles, type Percentiles } from './measure/percentiles.ts'

const CONVERSATIONS = 200_000
const ACCOUNTS = 200
/** The biggest account has half of all; the others share the rest. */
const BIG_SHARE = 0.5
const OPEN_SHARE = 0.1
const ROUNDS = 1_500
/** Rounds before the counted ones, in which Node compiles and the server fills its caches. */
const WARM_UP = 200
const PAGE = 50
const PERSON = 100 as PersonId // a person of this bench
const BIG = 1_000 as AccountId // the biggest account of this bench

/**
 * The inbox at 200,000 conversations, as the app role with row security on, beside the same statement as a superuser
 * without it (the floor). Prints milliseconds of the statement alone and the ratio of the medians.
 */
export async function run(): Promise<void> {
  await using server = await openBenchDatabase()
  const admin = server.connection('admin')
  await fill(admin)
  const walled = openDatabase(server.connection('app'), 'safereply_app')
  const bare: Database = new Kysely({ dialect: new PostgresDialect({ pool: new Pool(admin) }) })
  try {
    for (const view of ['needs-reply', 'waiting', 'all'] as const) await compare(walled, bare, view)
    const count = await measure(walled, (tx, scope) => countNeedsReply(tx, scope))
    print(`open count (${CONVERSATIONS * BIG_SHARE * OPEN_SHARE} open)`, count)
  } finally {
    await walled.destroy()
    await bare.destroy()
  }
}

async function compare(walled: Database, bare: Database, view: InboxView): Promise<void> {
  const first = (tx: Tx, scope: AccountScope) => listInbox(tx, scope, { view, after: undefined, limit: PAGE })
  const deep = (tx: Tx, scope: AccountScope) => listInbox(tx, scope, { view, after: halfway(view), limit: PAGE })
  for (const [name, query] of [
    ['first page', first],
    ['page in the middle', deep],
  ] as const) {
    const withWalls = await measure(walled, query)
    const floor = await measure(bare, query)
    print(`${view}, ${name}`, withWalls, floor)
  }
}

/** Milliseconds of one statement, many times, in transactions of their own. */
async function measure(db: Database, query: (tx: Tx, scope: AccountScope) => Promise<unknown>): Promise<Percentiles> {
  const minted = mintScope(
    { accountId: BIG, personId: PERSON, role: 'owner', until: undefined },
    'conversation:read',
    systemClock.now(),
  )
  if (!minted.ok) throw new Error('the owner may read')
  const { scope } = minted
  const times: number[] = []
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    await asPerson(db, PERSON, async (tx) => {
      const start = performance.now()
      await query(tx, scope)
      if (round >= 0) times.push(performance.now() - start)
    })
  }
  return percentiles(times)
}

function print(name: string, measured: Percentiles, floor?: Percentiles): void {
  const { p50, p99 } = measured
  const beside = floor ? `   floor p50 ${floor.p50.toFixed(2)}   ratio ${(p50 / floor.p50).toFixed(2)}` : ''
  console.log(`${name.padEnd(36)} p50 ${p50.toFixed(2)} ms   p99 ${p99.toFixed(2)} ms${beside}`)
}

const START = new Date('2026-11-01T00:00:00Z')

function halfway(view: InboxView): InboxCursor {
  const at = view === 'needs-reply' ? after(START, 12 * HOUR_MS) : after(START, -180 * DAY_MS)
  return { at, id: 0 as ConversationId } // a place in the middle of the made data
}

/** Rows of the shape real ones have: sealed faces of their usual size, one in ten open, due times spread over a day. */
async function fill(admin: ConstructorParameters<typeof Client>[0]): Promise<void> {
  const client = new Client(admin)
  await client.connect()
  try {
    const big = Math.round(CONVERSATIONS * BIG_SHARE)
    await client.query(`insert into membership (account_id, person_id, role)
      select ${BIG} + n, ${PERSON}, 'owner' from generate_series(0, ${ACCOUNTS - 1}) n`)
    await client.query(
      `insert into conversation (account_id, conversation_id, mailbox_id, state, version, marketplace_id, order_id,
         unanswered_since, due_at, claim_at, last_message_at, has_redactions, person_sealed, text_sealed)
       select case when n <= ${big} then ${BIG} else ${BIG} + 1 + n % ${ACCOUNTS - 1} end, n, 1,
         case when n % 10 = 0 then 'needs-reply' else 'waiting' end, 3, 'A1PA6795UKMFR9', '302-0000000-0000000',
         case when n % 10 = 0 then $1::timestamptz + (n::bigint * 7919 % 86400) * interval '1 second' end,
         case when n % 10 = 0 then $1::timestamptz + (n::bigint * 7919 % 86400) * interval '1 second' end,
         case when n % 10 = 0 then $1::timestamptz + (n::bigint * 7919 % 172800) * interval '1 second' end,
         $1::timestamptz - (n::bigint * 104729 % 31536000) * interval '1 second', false,
         decode(repeat('ab', 120), 'hex'), decode(repeat('cd', 240), 'hex')
       from generate_series(1, ${CONVERSATIONS}) n`,
      [START],
    )
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}
