import type { AlertKind } from '../../src/model/alert.ts'
import type { Alert } from '../api/alerts.ts'
import { timeAgo } from '../clock/format.ts'
import { spanWords } from '../clock/span-words.ts'

/** `late`: it is past, or did not arrive. `near`: there is time left. `ask`: somebody has to look. */
export type AlertTone = 'late' | 'near' | 'ask'

/** An alert as people read it. */
export interface AlertWords {
  readonly tone: AlertTone
  readonly title: string
  /** What to do about it. */
  readonly next: string
  /** "in 2 h 10 min", "5 h ago". */
  readonly when: string
}

interface KindWords {
  readonly tone: AlertTone
  readonly title: (buyer: string) => string
  readonly next: string
}

const WORDS = {
  'answer-near': {
    tone: 'near',
    title: (buyer) => `Answer ${buyer} soon`,
    next: 'Then Amazon counts it as late.',
  },
  'answer-late': {
    tone: 'late',
    title: (buyer) => `The answer to ${buyer} is late`,
    next: 'Answer now, before the buyer can open a claim.',
  },
  'claim-near': {
    tone: 'near',
    title: (buyer) => `${buyer} can soon open a claim`,
    next: 'Answer before.',
  },
  'claim-possible': {
    tone: 'late',
    title: (buyer) => `${buyer} can open a claim now`,
    next: 'Answer now.',
  },
  'deadline-near': {
    tone: 'near',
    title: (buyer) => `Something is due soon for ${buyer}`,
    next: 'Do it in Seller Central, then say here that it is done.',
  },
  'deadline-late': {
    tone: 'late',
    title: (buyer) => `Something was due for ${buyer}`,
    next: 'See in Seller Central whether it can still be done.',
  },
  'reply-bounced': {
    tone: 'late',
    title: (buyer) => `Your reply to ${buyer} came back`,
    next: 'Send it again, or answer in Seller Central.',
  },
  'reply-opted-out': {
    tone: 'late',
    title: (buyer) => `${buyer} takes no messages from sellers`,
    next: 'Your reply did not arrive. If the order needs an answer, write it in Seller Central.',
  },
  'reply-refused': {
    tone: 'late',
    title: (buyer) => `Amazon refused your reply to ${buyer}`,
    next: 'Change what Amazon names, then send it again.',
  },
  'reply-held': {
    tone: 'late',
    title: (buyer) => `Your reply to ${buyer} was held back`,
    next: 'Nothing has left. Read why, then send it again.',
  },
  'reply-failed': {
    tone: 'late',
    title: (buyer) => `Your reply to ${buyer} was not sent`,
    next: 'The mail server did not take it. Send it again.',
  },
  'reply-unknown': {
    tone: 'ask',
    title: (buyer) => `Was your reply to ${buyer} sent?`,
    next: 'Nobody can tell. Look in Seller Central, then say what you found.',
  },
  'copy-missing': {
    tone: 'ask',
    title: (buyer) => `Amazon's copy of your reply to ${buyer} has not come`,
    next: 'Look in Seller Central whether the reply is there.',
  },
  'sender-refused': {
    tone: 'late',
    title: () => 'Amazon takes no mail from an address of yours',
    next: 'No answer leaves from it. Add it in Seller Central, then say so under Mailboxes.',
  },
} as const satisfies Record<AlertKind, KindWords>

/** Words for an alert at an instant. */
export function alertWords(
  { kind, buyerName, dueAt }: Pick<Alert, 'kind' | 'buyerName' | 'dueAt'>,
  now: Date,
): AlertWords {
  const { tone, title, next }: KindWords = WORDS[kind]
  const leftMs = Date.parse(dueAt) - now.getTime()
  return {
    tone,
    title: title(buyerName === null || buyerName === '' ? 'the buyer' : buyerName),
    next,
    when: leftMs > 0 ? `in ${spanWords(leftMs)}` : timeAgo(dueAt, now),
  }
}

/** How many alerts there are, where only the first of them are known: "3", "50+". */
export function countWords({
  items,
  next,
}: {
  readonly items: readonly unknown[]
  readonly next: string | null
}): string {
  return next === null ? String(items.length) : `${items.length}+`
}
