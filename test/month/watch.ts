import type { Client } from 'pg'

import { MINUTE_MS } from '../../src/base/clock.ts'
import { showResponseFigure } from '../../src/flow/show-response-figure.ts'
import type { AlertKind } from '../../src/model/alert.ts'
import type { TestAccount, TestDesk } from '../desk/test-desk.ts'
import type { Ledger, LedgerAnswer } from './ledger.ts'
import { isOpen, naiveClock, naiveFigure } from './naive-figure.ts'

/** What a reply of the desk should have answered: the messages of this order up to this instant. */
export interface Attempted {
  readonly orderId: string
  readonly answers: Date
  readonly mailId: string | undefined
}

/** Compares the desk with Amazon's record and keeps what differs. */
export interface Watch {
  /** What is not as it should be, a sentence each. */
  readonly differences: readonly string[]
  /** How often what happened or was compared. */
  readonly tally: ReadonlyMap<string, number>
  count(what: string): void
  complain(sentence: string): void
  /** A reply did not reach its buyer, and the desk was told of it at an instant: somebody is told within a minute. */
  trouble(reply: Attempted, kind: AlertKind, toldAt: Date): Promise<void>
  /** As `trouble`, of a reply that Amazon took; and what waited before waits again, since the same instant. */
  failure(answer: LedgerAnswer, toldAt: Date): Promise<void>
  /** Compares the clocks of all conversations, their late alerts, and the response figure. */
  compareAll(): Promise<void>
}

interface ClockRow {
  readonly id: string
  readonly order_id: string
  readonly state: string
  readonly since: Date | null
  readonly due_at: Date | null
  /** What the alerts about a late answer are about: all of them, and those that stand. */
  readonly late_told: readonly Date[] | null
  readonly late_open: readonly Date[] | null
}

/** Somebody must be told within so long. */
const TOLD_WITHIN_MS = MINUTE_MS
/** So many sentences tell what is wrong; more hide it. */
const DIFFERENCES_MOST = 20
const WINDOW_DAYS = [7, 30, 90]

export function openWatch(parts: {
  readonly desk: TestDesk
  readonly account: TestAccount
  readonly client: Client
  readonly ledger: Ledger
}): Watch {
  const { desk, account, client, ledger } = parts
  const { clock } = desk.parts
  const differences: string[] = []
  const tally = new Map<string, number>()

  const count = (what: string, by = 1): void => void tally.set(what, (tally.get(what) ?? 0) + by)
  const complain = (sentence: string): void => {
    count('differences')
    if (differences.length < DIFFERENCES_MOST) differences.push(`${clock.now().toISOString()} ${sentence}`)
  }
  const compare = (what: string, desk: unknown, amazon: unknown): void => {
    if (JSON.stringify(desk) === JSON.stringify(amazon)) return
    complain(`${what}: the desk says ${JSON.stringify(desk)}, Amazon's record ${JSON.stringify(amazon)}`)
  }

  async function trouble({ orderId, answers, mailId }: Attempted, kind: AlertKind, toldAt: Date): Promise<void> {
    const waits = (ledger.messages.get(orderId) ?? []).some(
      (message) => message.at <= answers && isOpen(ledger, message),
    )
    // Another answer reached the buyer, so nothing waits for this one.
    if (!waits) return count(`${kind} of what is answered`)
    count(kind)
    const alerts = await client.query<{ due_at: Date; raised_at: Date }>(
      `select due_at, raised_at from alert join outbox on reply_id = object_id
        where mail_id = $1 and kind = $2 and ended_at is null`,
      [mailId, kind],
    )
    const inTime = alerts.rows.filter(
      ({ due_at, raised_at }) => isWithinAMinute(due_at, toldAt) && isWithinAMinute(raised_at, toldAt),
    )
    if (inTime.length !== 1) compare(`${kind} of ${orderId}, told at ${toldAt.toISOString()}`, alerts.rows, 'one alert')
  }

  async function failure(answer: LedgerAnswer, toldAt: Date): Promise<void> {
    const { orderId, mailId, failure: kind } = answer
    const [row] = (await client.query<{ state: string }>('select state from outbox where mail_id = $1', [mailId])).rows
    compare(`the state of ${mailId} of ${orderId}`, row?.state, kind)
    const clocks = await clocksOf('c.order_id = $1', [orderId])
    for (const one of clocks) compareClock(one)
    if (kind) await trouble(answer, `reply-${kind}`, toldAt)
  }

  async function clocksOf(condition: string, values: readonly unknown[]): Promise<readonly ClockRow[]> {
    const late = `select array_agg(due_at) from alert a
      where a.account_id = c.account_id and a.object_id = c.conversation_id and a.kind = 'answer-late'`
    const { rows } = await client.query<ClockRow>(
      `select c.conversation_id as id, c.order_id, c.state, c.unanswered_since as since, c.due_at, (${late}) as late_told,
          (${late} and a.ended_at is null) as late_open
         from conversation c where ${condition}`,
      [...values],
    )
    return rows
  }

  function compareClock({ order_id: orderId, state, since, due_at: dueAt }: ClockRow): void {
    count('clocks compared')
    const naive = naiveClock(ledger, orderId)
    compare(
      `the clock of ${orderId}`,
      { since, dueAt, isOpen: state === 'needs-reply' },
      { since: naive?.since ?? null, dueAt: naive?.dueAt ?? null, isOpen: naive !== undefined },
    )
  }

  /** Each clock that is late was told of, once; what is not late has no alert that stands. */
  function compareLate({ order_id: orderId, late_told: told, late_open: open }: ClockRow): void {
    const naive = naiveClock(ledger, orderId)
    const lateForMs = naive ? clock.now().getTime() - naive.dueAt.getTime() : -1
    if (lateForMs >= 0 && lateForMs < TOLD_WITHIN_MS) return
    if (lateForMs < 0) return compare(`the late alert of ${orderId}`, open ?? [], [])
    count('late clocks')
    const times = told?.filter((dueAt) => dueAt.getTime() === naive?.dueAt.getTime()).length
    if (times !== 1) compare(`the late alert of ${orderId}`, told, naive?.dueAt)
  }

  async function compareFigure(): Promise<void> {
    const shown = await showResponseFigure(desk.parts, account.actor, account.accountId)
    if (!('windows' in shown)) return complain('the desk shows no figure')
    const windows = shown.windows.map(({ lateShare: _lateShare, ...window }) => window)
    compare(
      'the response figure',
      windows,
      WINDOW_DAYS.map((days) => naiveFigure(ledger, clock.now(), days)),
    )
    count('figures compared')
  }

  return {
    differences,
    tally,
    count,
    complain,
    trouble,
    failure,
    async compareAll() {
      const rows = await clocksOf('true', [])
      for (const row of rows) {
        compareClock(row)
        compareLate(row)
      }
      await compareFigure()
    },
  }
}

function isWithinAMinute(instant: Date, toldAt: Date): boolean {
  const laterMs = instant.getTime() - toldAt.getTime()
  return laterMs >= 0 && laterMs <= TOLD_WITHIN_MS
}
