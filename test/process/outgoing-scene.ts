import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'

import { Client } from 'pg'

import { after, MINUTE_MS } from '../../src/base/clock.ts'
import { requeueReplies } from '../../src/flow/requeue-replies.ts'
import { sweepReplies } from '../../src/flow/sweep-replies.ts'
import type { ReplyState } from '../../src/model/reply.ts'
import { leaseNode } from '../../src/store/node-lease.ts'
import type { TestDatabase } from '../database.ts'
import { buyerMail } from '../desk/buyer-mail.ts'
import { CLEAN_TEXT } from '../desk/open-case.ts'
import { mailIdOf, openSmtpStage } from '../desk/smtp-stage.ts'
import { openTestDesk, type TestDesk, type TestAccount } from '../desk/test-desk.ts'
import { until } from '../desk/until.ts'
import { freePort } from '../real/postfix/free-port.ts'
import { startPostfix } from '../real/postfix/postfix-server.ts'
import { temporaryPlace } from '../store/server/temporary-place.ts'

/** What the desk says of a reply in the end, and how many mails under its Message-ID the buyers' server has got. */
export interface ReplyFate {
  readonly state: ReplyState
  /** Whether the answer clock of its conversation rests. */
  readonly rests: boolean
  readonly taken: number
}

/** A desk whose replies others deliver, by a real Postfix, to a server that stands for the buyers'. */
export interface OutgoingScene extends AsyncDisposable {
  /** The environment of the processes that deliver. */
  readonly environment: Readonly<Record<string, string>>
  /** Queues replies to buyers of their own until so many wait. */
  queue(waiting: number): Promise<void>
  /** How many replies are in one of these states. */
  count(states: readonly ReplyState[]): Promise<number>
  /**
   * What a desk does some while after all who delivered were killed: what they left in `sending` becomes `unknown`, and
   * what should have left before an instant gets another job. Returns how many became unknown.
   */
  settle(before: Date): Promise<number>
  /** Waits until no reply, no job and no mail in Postfix waits any more, while somebody delivers. */
  finish(): Promise<void>
  fates(): Promise<readonly ReplyFate[]>
  /** Message-IDs of all mails that the buyers' server has got. */
  mailIds(): readonly string[]
}

const BUYERS_AT_ONCE = 100
/** The queue needs up to 20 seconds to see that a worker is dead, and waits before it gives its job out again. */
const FINISH_PATIENCE_MS = 5 * MINUTE_MS

/** Opens all of it. */
export async function openOutgoingScene(): Promise<OutgoingScene> {
  await using opened = new AsyncDisposableStack()
  const place = opened.use(await temporaryPlace())
  const stage = opened.use(await openSmtpStage())
  const port = await freePort()
  const plan = { root: join(place.root, 'postfix'), port, domain: 'shop.example', deskPort: stage.port }
  const postfix = opened.use(await startPostfix({ ...plan, amazonPort: stage.port }))
  const desk = await openTestDesk({ after: (close) => opened.defer(close) })
  const admin = new Client(desk.database.connection('admin'))
  opened.defer(() => admin.end())
  await admin.connect()
  await leaseNode(admin) // of the desk here, so that no process makes the same ids
  const count = (states: readonly ReplyState[]): Promise<number> =>
    countOf(admin, 'select from outbox where state = any($1)', [states])
  const queueOne = newQueue(desk, admin, await desk.openAccount('north'))
  const closing = opened.move()
  return {
    environment: {
      HOME: place.root,
      DATABASE_URL: urlOf(desk.database),
      SAFEREPLY_DATA_DIR: desk.dataDir,
      SAFEREPLY_SMTP_URL: `smtp://127.0.0.1:${port}`,
    },
    async queue(waiting) {
      const missing = Math.max(0, waiting - (await count(['queued'])))
      for (let at = 0; at < missing; at += 1) await queueOne()
    },
    count,
    async settle(before) {
      // Nobody lives who could be sending, as after the 25 minutes of a desk that does not know it.
      const unknown = await sweepReplies(desk.parts, after(desk.parts.clock.now(), 1))
      await requeueReplies(desk.parts, before)
      return unknown
    },
    async finish() {
      const isDone = async () =>
        (await count(['queued', 'sending'])) === 0 &&
        (await countOf(admin, `select from pgboss.job where state in ('created', 'retry', 'active')`)) === 0 &&
        (await postfix.queue()).length === 0
      await until('all replies to come to their end', async () => (await isDone()) || undefined, FINISH_PATIENCE_MS)
    },
    async fates() {
      const taken = Map.groupBy(stage.mails.map(mailIdOf), (id) => id)
      const { rows } = await admin.query<{ state: ReplyState; rests: boolean; mail_id: string }>(
        'select o.state, c.due_at is null as rests, o.mail_id from outbox o join conversation c using (conversation_id)',
      )
      return rows.map(({ state, rests, mail_id: id }) => ({ state, rests, taken: taken.get(id)?.length ?? 0 }))
    },
    mailIds: () => stage.mails.map(mailIdOf),
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  }
}

/** Gives what queues a reply to a buyer who got none yet; many buyers write at once, since that is quick. */
function newQueue(desk: TestDesk, admin: Client, account: TestAccount): () => Promise<void> {
  const unanswered: { readonly id: number; readonly version: number }[] = []
  let buyers = 0
  const buyersWrite = async (): Promise<void> => {
    const mails = Array.from({ length: BUYERS_AT_ONCE }, () => comingMail(account.mailbox, (buyers += 1)))
    await desk.receiveMails(account.mailbox, { mails })
    const { rows } = await admin.query<{ id: string; version: number }>(
      'select conversation_id as id, version from conversation order by conversation_id desc limit $1',
      [BUYERS_AT_ONCE],
    )
    unanswered.push(...rows.map(({ id, version }) => ({ id: Number(id), version })))
  }
  return async () => {
    if (unanswered.length === 0) await buyersWrite()
    const { id, version } = unanswered.pop() ?? assert.fail('no buyer wrote')
    const sent = await desk.request(`/accounts/${account.accountId}/conversations/${id}/replies`, {
      method: 'POST',
      headers: { 'if-match': `"${version}"`, 'idempotency-key': randomUUID() },
      body: JSON.stringify({ text: CLEAN_TEXT }),
    })
    assert.equal(sent.status, 201)
  }
}

function comingMail(to: string, buyer: number) {
  const digits = String(buyer).padStart(7, '0')
  const thread = { alias: `buyer${digits}`, threadToken: `A0THREAD${digits}`, orderId: `302-1234567-${digits}` }
  const bytes = new TextEncoder().encode(buyerMail({ to, ...thread }))
  const common = { door: 'smtp', uidValidity: 0, uid: undefined, isTooLarge: false } as const
  return { ...common, arrivedAt: new Date(Date.now()), sizeBytes: bytes.length, bytes }
}

async function countOf(client: Client, statement: string, values: readonly unknown[] = []): Promise<number> {
  return (await client.query(statement, [...values])).rowCount ?? 0
}

function urlOf(database: TestDatabase): string {
  const { user, host, port, database: name, password } = database.connection('admin')
  const login = password === undefined ? user : `${user}:${encodeURIComponent(password)}`
  return `postgresql://${login}@${encodeURIComponent(host)}:${port}/${name}`
}
