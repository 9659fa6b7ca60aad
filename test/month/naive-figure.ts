import type { Ledger, LedgerMessage } from './ledger.ts'

/** One window of the response figure. */
export interface NaiveWindow {
  readonly days: number
  readonly messages: number
  readonly inTime: number
  readonly answeredLate: number
  readonly unanswered: number
  readonly pending: number
}

/** The clock of one conversation; undefined while it rests. */
export interface NaiveClock {
  readonly since: Date
  readonly dueAt: Date
}

const DAY = 24 * 60 * 60 * 1000

/**
 * The response figure in the plainest way, from the simulated Amazon's own record as far as it has told the desk, and
 * sharing no line with the desk: each message of a buyer by itself, weekends and all, against the first answer to it that
 * was not lost; over 24 hours is late.
 */
export function naiveFigure(ledger: Ledger, now: Date, days: number): NaiveWindow {
  let [messages, inTime, answeredLate, unanswered, pending] = [0, 0, 0, 0, 0]
  for (const list of ledger.messages.values()) {
    for (const message of list) {
      if (!message.isTold || message.isMarked) continue
      if (now.getTime() - message.at.getTime() > days * DAY) continue
      messages += 1
      const answeredAt = firstAnswer(ledger, message)
      const waited = (answeredAt ?? now).getTime() - message.at.getTime()
      if (answeredAt && waited <= DAY) inTime += 1
      if (answeredAt && waited > DAY) answeredLate += 1
      if (!answeredAt && waited <= DAY) pending += 1
      if (!answeredAt && waited > DAY) unanswered += 1
    }
  }
  return { days, messages, inTime, answeredLate, unanswered, pending }
}

/** The clock of the conversation about an order, from the same record. */
export function naiveClock(ledger: Ledger, orderId: string): NaiveClock | undefined {
  const open = (ledger.messages.get(orderId) ?? []).filter((message) => isOpen(ledger, message))
  if (open.length === 0) return undefined
  const since = Math.min(...open.map(({ at }) => at.getTime()))
  return { since: new Date(since), dueAt: new Date(since + DAY) }
}

/** Whether a message waits for an answer. */
export function isOpen(ledger: Ledger, message: LedgerMessage): boolean {
  return message.isTold && !message.isMarked && firstAnswer(ledger, message) === undefined
}

function firstAnswer(ledger: Ledger, message: LedgerMessage): Date | undefined {
  let first: Date | undefined
  for (const answer of ledger.answers.get(message.orderId) ?? []) {
    if (!answer.isTold || answer.isFailureTold) continue
    if (answer.answers < message.at) continue
    if (!first || answer.at < first) first = answer.at
  }
  return first
}
