import assert from 'node:assert/strict'
import { after as atTheEnd, test } from 'node:test'

import { HOUR_MS } from '../../src/base/clock.ts'
import { showResponseFigure } from '../../src/flow/show-response-figure.ts'
import type { ReplyState } from '../../src/model/reply.ts'
import { asAdmin } from '../desk/as-admin.ts'
import { testClock } from '../desk/test-clock.ts'
import { openTestDesk, type TestAccount } from '../desk/test-desk.ts'

const clock = testClock()
const desk = await openTestDesk({ after: atTheEnd }, { clock })
let id = 1_000

test('counts an answer that reached Amazon, and none that was lost, held or never left', async () => {
  const answering: Record<ReplyState, boolean> = {
    queued: false,
    sending: false,
    sent: true,
    confirmed: true,
    bounced: false,
    'opted-out': false,
    refused: false,
    held: false,
    failed: false,
    unknown: false,
    undone: false,
  }
  const left = new Set<string>(['sent', 'confirmed', 'bounced', 'opted-out', 'refused'])
  for (const [state, answers] of Object.entries(answering)) {
    const account = await desk.openAccount(`State ${state}`)
    const asked = await say(account, { hoursAgo: 48 })
    await reply(account, asked, { state, hoursAgo: left.has(state) ? 40 : undefined })

    assert.deepEqual(await week(account), answers ? [1, 1, 0, 0, 0] : [1, 0, 0, 1, 0], state)
  }
})

test('takes the first answer, to each message the writer saw, and to no later one', async () => {
  const account = await desk.openAccount('First')
  const first = await say(account, { hoursAgo: 72 })
  const second = await say(account, { hoursAgo: 60, conversation: first.conversation })
  await reply(account, second, { state: 'sent', hoursAgo: 40 })
  await reply(account, second, { state: 'confirmed', hoursAgo: 30 })
  await say(account, { hoursAgo: 50, conversation: first.conversation })

  assert.deepEqual(await week(account), [3, 1, 1, 1, 0])
})

test('takes a verified copy from Seller Central for an answer, and no other', async () => {
  const account = await desk.openAccount('Copies')
  const asked = await say(account, { hoursAgo: 48 })
  await say(account, { hoursAgo: 47, conversation: asked.conversation, kind: 'copy', authenticity: 'unverified' })
  assert.deepEqual(await week(account), [1, 0, 0, 1, 0])

  await say(account, { hoursAgo: 46, conversation: asked.conversation, kind: 'copy', authenticity: 'verified' })
  assert.deepEqual(await week(account), [1, 1, 0, 0, 0])
})

test('is not misled by a clock that was set back between a message and its answer', async () => {
  const account = await desk.openAccount('Set back')
  const asked = await say(account, { hoursAgo: 48 })
  await reply(account, asked, { state: 'sent', hoursAgo: 24 * 400 })

  assert.deepEqual(await week(account), [1, 1, 0, 0, 0])
})

test('leaves out history and what needs no response, and only shows what has time', async () => {
  const account = await desk.openAccount('Left out')
  await say(account, { hoursAgo: 48, isHistory: true })
  const thanks = await say(account, { hoursAgo: 48 })
  await asAdmin(desk.database, `insert into no_response values ($1, $2, $3, 1, 'thanks', $4)`, [
    account.accountId,
    thanks.message,
    thanks.conversation,
    clock.now(),
  ])
  await say(account, { hoursAgo: 3 })

  assert.deepEqual(await week(account), [1, 0, 0, 0, 1])
})

interface Said {
  readonly message: number
  readonly conversation: number
}

async function say(
  account: TestAccount,
  what: {
    readonly hoursAgo: number
    readonly conversation?: number
    readonly kind?: string
    readonly authenticity?: string
    readonly isHistory?: boolean
  },
): Promise<Said> {
  const message = (id += 1)
  const conversation = what.conversation ?? message
  await asAdmin(
    desk.database,
    `insert into message (account_id, message_id, conversation_id, direction, kind, at, authenticity, dedupe, redactions,
       body_sealed, facts, is_whole, is_history) values ($1, $2::bigint, $3, 'in', $4, $5, $6, $2::bigint::text, '[]', '', '{}', true, $7)`,
    [
      account.accountId,
      message,
      conversation,
      what.kind ?? 'buyer',
      ago(what.hoursAgo),
      what.authenticity ?? 'unverified',
      what.isHistory ?? false,
    ],
  )
  return { message, conversation }
}

async function reply(
  account: TestAccount,
  to: Said,
  as: { readonly state: string; readonly hoursAgo: number | undefined },
): Promise<void> {
  const sentAt = as.hoursAgo === undefined ? null : ago(as.hoursAgo)
  await asAdmin(
    desk.database,
    `insert into outbox (account_id, reply_id, conversation_id, person_id, answers_message_id, idempotency_key, state,
       attempt, mail_id, created_at, not_before, sent_at, changed_at, body_sealed, is_acknowledgement)
     values ($1, $2::bigint, $3, 1, $4, $2::bigint::text, $5, 1, $2::bigint::text, $6::timestamptz, $6, $7::timestamptz, $6, '', false)`,
    [account.accountId, (id += 1), to.conversation, to.message, as.state, clock.now(), sentAt],
  )
}

function ago(hours: number): Date {
  return new Date(clock.now().getTime() - hours * HOUR_MS)
}

/** Of the last seven days: messages, in time, late, unanswered, pending. */
async function week(account: TestAccount): Promise<readonly number[]> {
  const figure = await showResponseFigure(desk.parts, account.actor, account.accountId)
  assert.ok('windows' in figure)
  const [first] = figure.windows
  assert.ok(first)
  return [first.messages, first.inTime, first.answeredLate, first.unanswered, first.pending]
}
