import assert from 'node:assert/strict'

import { readReply, type IncomingReply } from '../../sim/amazon-relay/door/read-reply.ts'
import { findUnsafe } from '../../sim/amazon-relay/door/guidelines.ts'
import type { OutgoingMail } from '../../sim/amazon-relay/door/deliveries.ts'
import { createMailroom, type ReplyMatter } from '../../sim/amazon-relay/mail/mailroom.ts'
import type { SigningKey } from '../../sim/amazon-relay/mail/signing-key.ts'
import { seededRandom } from '../../sim/amazon-relay/random.ts'
import { createThreads, type Thread } from '../../sim/amazon-relay/thread.ts'
import { createTokens } from '../../sim/amazon-relay/tokens.ts'
import type { Moment } from '../desk/smtp-stage.ts'
import type { TestClock } from '../desk/test-clock.ts'
import type { Agenda } from './agenda.ts'
import type { Dice } from './dice.ts'
import { type Fate, FATES, lateness, type News, newsOf, sometimesTwice } from './fates.ts'
import type { Ledger, LedgerAnswer, LedgerMessage } from './ledger.ts'
import type { Mailbag } from './mailbag.ts'

/** Who hears of what the desk was told. */
export interface Listener {
  /** A buyer's message is at the desk. */
  message(buyer: Buyer): void
  /** The desk was told that an answer did not reach its buyer. */
  failure(buyer: Buyer, answer: LedgerAnswer, toldAt: Date): Promise<void>
  /** A mail was not taken as what it is. */
  misread(kind: OutgoingMail['kind'], outcome: string): void
}

/** One buyer, with one order and one conversation. */
export interface Buyer {
  readonly orderId: string
  readonly thread: Thread
  /** How many messages this buyer has written. */
  written: number
  /** No mail of this buyer overtakes another. */
  lastArrivalMs: number
}

/** Plays Amazon for a month and keeps the ledger: buyers write, replies are taken or not, news of them comes at once, late or twice. */
export interface SimulatedAmazon {
  /** A buyer with a new order. */
  newBuyer(number: number): Buyer
  write(buyer: Buyer): Promise<void>
  /** The seller answers in Seller Central; only Amazon's copy tells the desk of it. */
  answerInSellerCentral(buyer: Buyer): Promise<void>
  /** What Amazon says and does in an SMTP session, for the stage. */
  play(moment: Moment, mail: string): Promise<number | 'drop' | void>
  /** The answer that came as this mail, if Amazon took it. */
  answerOf(mailId: string): LedgerAnswer | undefined
}

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const MESSAGES_MOST = 5
const QUESTION = 'Guten Tag, wo ist mein Paket? Es sollte schon am Montag kommen.'
const BY_HAND = 'Vielen Dank für Ihre Geduld, der neue Deckel liegt schon bereit.'

export function createSimulatedAmazon(parts: {
  readonly key: SigningKey
  readonly ledger: Ledger
  readonly mailbox: string
  readonly seed: number
  readonly clock: TestClock
  readonly agenda: Agenda
  readonly dice: Dice
  readonly mailbag: Mailbag
  readonly listener: Listener
}): SimulatedAmazon {
  const { key, ledger, clock, agenda, dice, mailbag, listener } = parts
  const tokens = createTokens(seededRandom(parts.seed))
  const threads = createThreads(tokens)
  const mailroom = createMailroom({ key, tokens, clock })
  const desk = { door: undefined, mailbox: parts.mailbox, approvedSenders: [parts.mailbox], language: 'de' } as const
  const byMailId = new Map<string, { readonly buyer: Buyer; readonly message: LedgerMessage }>()
  const taken = new Map<string, LedgerAnswer>()
  let fate: Fate = 'delivered'

  async function write(buyer: Buyer): Promise<void> {
    const message: LedgerMessage = { orderId: buyer.orderId, at: clock.now(), isTold: false, isMarked: false }
    entriesOf(ledger.messages, buyer.orderId).push(message)
    buyer.written += 1
    const request = { name: buyer.thread.buyerName, text: QUESTION, copies: dice.percent(4) ? 2 : 1 }
    const mails = await mailroom.buyerMails({ thread: buyer.thread, request, desk, messageToken: tokens.link() })
    const arrivesInSeconds = inOrder(buyer)
    for (const [copy, mail] of mails.entries()) {
      byMailId.set(mail.mailId, { buyer, message })
      mailbag.post({
        bytes: mail.raw,
        arrivesInSeconds: arrivesInSeconds + copy * dice.between(0, HOUR),
        async taken(outcome) {
          if (outcome !== (message.isTold ? 'repeated' : 'stored')) listener.misread('buyer-message', outcome)
          if (message.isTold) return
          message.isTold = true
          listener.message(buyer)
        },
      })
    }
    if (buyer.written < MESSAGES_MOST && dice.percent(25))
      agenda.in(dice.between(2 * MINUTE, 10 * HOUR), () => write(buyer))
  }

  function inOrder(buyer: Buyer): number {
    const nowMs = clock.now().getTime()
    const arrivesMs = Math.max(nowMs + dice.between(0, 20) * 1_000, buyer.lastArrivalMs)
    buyer.lastArrivalMs = arrivesMs
    return (arrivesMs - nowMs) / 1_000
  }

  async function take(mail: string): Promise<void> {
    const bytes = new TextEncoder().encode(mail)
    const reply = await readReply({ bytes, envelopeFrom: desk.mailbox, to: '', at: clock.now() })
    const answered = byMailId.get(reply.inReplyTo ?? '')
    assert.ok(answered && reply.mailId !== undefined, 'a reply names the message that it answers, and itself')
    assert.ok(mail.includes(answered.buyer.thread.relayAddress), 'a reply goes to the buyer it answers')
    assert.ok(!taken.has(reply.mailId), 'no reply is taken twice')
    assert.deepEqual(findUnsafe(reply.text), [], 'no reply is unsafe')
    const { buyer, message } = answered
    const news = newsOf(fate, dice)
    const answer = enter(buyer, { answers: message.at, mailId: reply.mailId, failure: news.failed?.as })
    taken.set(reply.mailId, answer)
    spread({ thread: buyer.thread, reply, desk }, { buyer, answer, news })
    if (answer.failure === undefined && buyer.written < MESSAGES_MOST && dice.percent(30))
      agenda.in(dice.between(10 * MINUTE, 3 * DAY), () => write(buyer))
  }

  function enter(buyer: Buyer, answer: Pick<LedgerAnswer, 'answers' | 'mailId' | 'failure'>): LedgerAnswer {
    const entered = { ...answer, orderId: buyer.orderId, at: clock.now(), isTold: false, isFailureTold: false }
    entriesOf(ledger.answers, buyer.orderId).push(entered)
    return entered
  }

  /** Sends what the desk is told of a reply. */
  function spread(
    about: ReplyMatter,
    of: { readonly buyer: Buyer; readonly answer: LedgerAnswer; readonly news: News },
  ): void {
    const { buyer, answer, news } = of
    if (news.copies.length > 0) {
      agenda.in(0, async () => {
        const mail = await mailroom.copy(about)
        for (const seconds of news.copies) postCopy(mail, answer, seconds)
      })
    }
    if (!news.failed) return
    const { notice, notices } = news.failed
    const first = Math.min(...notices)
    agenda.in(first, async () => {
      const mail = notice === 'bounce' ? await mailroom.bounce(about) : await mailroom.notice(notice, about)
      for (const seconds of notices) {
        const arrivesInSeconds = seconds - first + dice.between(0, 20)
        postNotice(mail, { buyer, answer, arrivesInSeconds })
      }
    })
  }

  function postCopy(mail: OutgoingMail, answer: LedgerAnswer, arrivesInSeconds: number): void {
    mailbag.post({
      bytes: mail.raw,
      arrivesInSeconds,
      async taken(outcome) {
        if (outcome !== 'noticed') listener.misread('copy', outcome)
        answer.isTold = true
      },
    })
  }

  function postNotice(
    mail: OutgoingMail,
    of: { readonly buyer: Buyer; readonly answer: LedgerAnswer; readonly arrivesInSeconds: number },
  ): void {
    const { buyer, answer, arrivesInSeconds } = of
    mailbag.post({
      bytes: mail.raw,
      arrivesInSeconds,
      async taken(outcome, arrivedAt) {
        if (outcome !== 'noticed') listener.misread(mail.kind, outcome)
        // The same mail once more.
        if (answer.isFailureTold) return
        answer.isFailureTold = true
        await listener.failure(buyer, answer, arrivedAt)
      },
    })
  }

  return {
    newBuyer(number) {
      const digits = String(number).padStart(7, '0')
      const orderId = `302-${digits}-${digits}`
      const caseId = dice.percent(50) ? tokens.caseId() : undefined
      const thread = threads.open(
        { name: `Käufer ${number}`, text: QUESTION, orderId, caseId, marketplace: 'de' },
        'de',
      )
      return { orderId, thread, written: 0, lastArrivalMs: 0 }
    },
    write,
    async answerInSellerCentral(buyer) {
      const answer = enter(buyer, { answers: clock.now(), mailId: undefined, failure: undefined })
      const { thread } = buyer
      const copy = await mailroom.copy({ thread, reply: byHand(thread, clock.now()), desk })
      for (const seconds of sometimesTwice(lateness(dice), dice)) postCopy(copy, answer, seconds)
    },
    async play(moment, mail) {
      if (moment === 'MAIL') fate = dice.pick(FATES)
      if (moment === 'RCPT' && fate === 'rejected') return 554
      if (moment === 'RCPT' && fate === 'busy') return 451
      if (moment === 'RCPT' && fate === 'broken-early') return 'drop'
      if (moment === 'dot' && fate === 'broken-untaken') return 'drop'
      if (moment === 'dot') await take(mail)
      return moment === 'dot' && fate.startsWith('broken') ? 'drop' : undefined
    },
    answerOf: (mailId) => taken.get(mailId),
  }
}

/** What Amazon has of an answer that was written in Seller Central, where nothing has a Message-ID. */
function byHand(thread: Thread, at: Date): IncomingReply {
  return {
    from: '',
    to: thread.relayAddress,
    mailId: undefined,
    inReplyTo: undefined,
    references: [],
    subject: '',
    text: BY_HAND,
    at,
    raw: '',
    envelopeFrom: '',
    html: '',
    bytes: new Uint8Array(),
  }
}

function entriesOf<T>(lists: Map<string, T[]>, orderId: string): T[] {
  const known = lists.get(orderId)
  if (known) return known
  const list: T[] = []
  lists.set(orderId, list)
  return list
}
