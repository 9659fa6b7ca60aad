import assert from 'node:assert/strict'

import type { Client } from 'pg'

import { after } from '../../src/base/clock.ts'
import type { SmtpOut } from '../../src/channel/mail/smtp-out.ts'
import { markNoResponse, unmarkNoResponse } from '../../src/flow/answer/mark-no-response.ts'
import { deliverReply } from '../../src/flow/deliver-reply.ts'
import { resolveReply } from '../../src/flow/resolve-reply.ts'
import { sendReply } from '../../src/flow/send-reply.ts'
import { undoReply } from '../../src/flow/undo-reply.ts'
import type { ConversationId, ReplyId } from '../../src/model/ids.ts'
import type { TestClock } from '../desk/test-clock.ts'
import type { TestAccount, TestDesk } from '../desk/test-desk.ts'
import type { Agenda } from './agenda.ts'
import type { Dice } from './dice.ts'
import { isOpen, naiveClock } from './naive-figure.ts'
import type { Ledger, LedgerMessage } from './ledger.ts'
import type { Buyer, SimulatedAmazon } from './simulated-amazon.ts'
import type { Attempted, Watch } from './watch.ts'

/** The people of the shop and the jobs of their desk. */
export interface Team {
  /** Somebody sees that a buyer waits, and will turn to it some time, or never. */
  plan(buyer: Buyer): void
}

/** A conversation as somebody has it before them. */
interface Seen {
  readonly conversationId: ConversationId
  readonly version: number
  readonly state: string
}

/** A reply on its way. */
interface SentReply extends Attempted {
  readonly id: ReplyId
  readonly mailId: string
}

const MINUTE = 60
const HOUR = 60 * MINUTE
/** How long a reply can be taken back. */
export const UNDO_SECONDS = 10

/** Nobody writes to a buyer again so soon, so that an opt-out, which names no reply, is told before there is another. */
const PAUSE_SECONDS = 10 * MINUTE

/** When somebody turns to a buyer: soon, at the very end of the 24 hours, long after, or never. */
const MOODS = { soon: 72, edge: 10, late: 14, never: 4 } as const
/** What is done then. */
const DEEDS = { reply: 84, 'seller-central': 8, mark: 8 } as const
/** What is written: an answer, a mere acknowledgement, or what the gate does not let out. */
const WORDS = {
  'Guten Tag, Ihr Paket ist unterwegs und kommt morgen an.': 86,
  'Guten Tag, wir haben Ihre Nachricht erhalten und melden uns wieder.': 8,
  'Guten Tag, schreiben Sie uns bitte an hilfe@shop.example, dann geht es schneller.': 6,
} as const
const ALERTS = { rejected: 'reply-failed', held: 'reply-held', unknown: 'reply-unknown' } as const

export function openTeam(parts: {
  readonly desk: TestDesk
  readonly account: TestAccount
  readonly client: Client
  readonly out: SmtpOut
  readonly ledger: Ledger
  readonly amazon: SimulatedAmazon
  readonly agenda: Agenda
  readonly clock: TestClock
  readonly dice: Dice
  readonly watch: Watch
}): Team {
  const { desk, account, client, ledger, amazon, agenda, clock, dice, watch } = parts
  const { accountId, actor } = account
  const delivering = { ...desk.parts, out: parts.out }
  const planned = new Set<Buyer>()
  let wishes = 0

  function plan(buyer: Buyer): void {
    const since = naiveClock(ledger, buyer.orderId)?.since
    const mood = dice.pick(MOODS)
    if (since === undefined || planned.has(buyer) || mood === 'never') return
    planned.add(buyer)
    agenda.at(whenFor(mood, since), async () => {
      planned.delete(buyer)
      await turnTo(buyer)
    })
  }

  function whenFor(mood: 'soon' | 'edge' | 'late', since: Date): Date {
    if (mood === 'soon') return after(clock.now(), dice.between(PAUSE_SECONDS, 18 * HOUR) * 1_000)
    if (mood === 'late') return after(clock.now(), dice.between(20 * HOUR, 60 * HOUR) * 1_000)
    const edge = after(since, (24 * HOUR - UNDO_SECONDS + dice.between(-2, 2)) * 1_000)
    const soonest = after(clock.now(), PAUSE_SECONDS * 1_000)
    return edge > soonest ? edge : soonest
  }

  async function turnTo(buyer: Buyer): Promise<void> {
    if (hasJustAnswered(buyer)) {
      plan(buyer)
      return
    }
    const seen = await look(buyer)
    // What is answered is left alone, but for the few who get another word.
    if (seen.state !== 'needs-reply' && !dice.percent(5)) return
    const deed = dice.pick(DEEDS)
    watch.count(deed)
    if (deed === 'reply') await reply(buyer, seen)
    if (deed === 'seller-central') await amazon.answerInSellerCentral(buyer)
    if (deed === 'mark') await mark(buyer, seen)
  }

  function hasJustAnswered({ orderId }: Buyer): boolean {
    const last = ledger.answers.get(orderId)?.at(-1)
    return last !== undefined && after(last.at, PAUSE_SECONDS * 1_000) > clock.now()
  }

  async function look({ orderId }: Buyer): Promise<Seen> {
    const { rows } = await client.query<{ id: string; version: number; state: string }>(
      'select conversation_id as id, version, state from conversation where order_id = $1',
      [orderId],
    )
    const [row, ...others] = rows
    assert.ok(row && others.length === 0, 'each order has one conversation')
    return { conversationId: Number(row.id) as ConversationId, version: row.version, state: row.state } // proof: its own column
  }

  async function reply(buyer: Buyer, { conversationId, version }: Seen): Promise<void> {
    const text = dice.pick(WORDS)
    const wish = { accountId, conversationId, version, text, idempotencyKey: `month-${(wishes += 1)}` }
    const sent = await sendReply(desk.parts, actor, wish)
    if (!sent.ok) {
      watch.count(`not sent: ${sent.reason}`)
      // Another is still on its way, or the rules forbid the words: somebody comes back to it.
      plan(buyer)
      return
    }
    const { id, mailId, notBefore } = sent.reply
    const { orderId } = buyer
    const answers = toldMessages(buyer).at(-1)?.at
    assert.ok(answers, 'whoever is answered has written')
    agenda.at(notBefore, () => deliver(buyer, { id, mailId, orderId, answers }))
    if (dice.percent(2)) agenda.in(UNDO_SECONDS / 2, () => undo(buyer, id))
    // The buyer goes on writing while the reply waits to leave.
    if (dice.percent(4)) agenda.in(0, () => amazon.write(buyer))
  }

  function toldMessages({ orderId }: Buyer): readonly LedgerMessage[] {
    return (ledger.messages.get(orderId) ?? []).filter(({ isTold }) => isTold)
  }

  async function undo(buyer: Buyer, replyId: ReplyId): Promise<void> {
    const undone = await undoReply(desk.parts, actor, { accountId, replyId })
    assert.ok(undone.ok)
    watch.count('undone')
    plan(buyer)
  }

  /** What the job does, with what somebody does about its outcome. */
  async function deliver(buyer: Buyer, reply: SentReply): Promise<void> {
    const outcome = await deliverReply(delivering, { accountId, replyId: reply.id })
    assert.ok('kind' in outcome)
    const { kind } = outcome
    watch.count(kind)
    const answer = amazon.answerOf(reply.mailId)
    if (kind === 'accepted' && answer) answer.isTold = true
    if (kind === 'try-later') agenda.at(await notBefore(reply.id), () => deliver(buyer, reply))
    if (kind === 'unknown') agenda.in(dice.between(HOUR, 30 * HOUR), () => resolve(buyer, reply))
    if (kind !== 'rejected' && kind !== 'held' && kind !== 'unknown') return
    await watch.trouble(reply, ALERTS[kind], clock.now())
    if (kind !== 'unknown') plan(buyer)
  }

  async function notBefore(id: ReplyId): Promise<Date> {
    const { rows } = await client.query<{ at: Date }>('select not_before as at from outbox where reply_id = $1', [id])
    assert.ok(rows[0])
    return rows[0].at
  }

  /** Somebody looks into Seller Central, where every answer stands that Amazon took. */
  async function resolve(buyer: Buyer, { id, mailId }: SentReply): Promise<void> {
    const answer = amazon.answerOf(mailId)
    const resolved = await resolveReply(desk.parts, actor, { accountId, replyId: id, wasSent: answer !== undefined })
    if (resolved.ok && answer) answer.isTold = true
    if (!answer) plan(buyer)
  }

  async function mark(buyer: Buyer, seen: Seen): Promise<void> {
    const waiting = toldMessages(buyer).filter((message) => isOpen(ledger, message))
    const marked = await markNoResponse(desk.parts, actor, { accountId, ...seen, reason: 'no-question' })
    assert.equal(marked.ok, waiting.length > 0, 'what waits is marked')
    for (const message of waiting) message.isMarked = true
    if (waiting.length > 0 && dice.percent(25)) agenda.in(dice.between(MINUTE, 30 * HOUR), () => unmark(buyer, waiting))
  }

  /** Unless others were marked since, which would be the last ones then. */
  async function unmark(buyer: Buyer, waiting: readonly LedgerMessage[]): Promise<void> {
    if (toldMessages(buyer).filter(({ isMarked }) => isMarked).length !== waiting.length) return
    const unmarked = await unmarkNoResponse(desk.parts, actor, { accountId, ...(await look(buyer)) })
    assert.ok(unmarked.ok)
    for (const message of waiting) message.isMarked = false
    watch.count('unmarked')
    plan(buyer)
  }

  return { plan }
}
