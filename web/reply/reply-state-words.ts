import type { ReplyFiled, ReplyState } from '../../src/model/reply.ts'
import type { Reply } from '../api/replies.ts'
import { quickSpanWords } from '../clock/span-words.ts'

export type ReplyTone = 'busy' | 'good' | 'bad' | 'ask' | 'rest'

/** A state as people see it, and what they do next. */
export interface ReplyStateWords {
  readonly tone: ReplyTone
  readonly label: string
  readonly next: string
  /** Whether its text is worth having in the editor again. */
  readonly isReusable: boolean
}

const WORDS = {
  queued: {
    tone: 'busy',
    label: 'Waiting to leave',
    next: 'You can still take it back.',
    isReusable: false,
  },
  sending: {
    tone: 'busy',
    label: 'Sending',
    next: 'It is being handed to the mail server and cannot be taken back any more.',
    isReusable: false,
  },
  sent: {
    tone: 'good',
    label: 'Sent',
    next: 'The mail server took it for Amazon. The clock rests.',
    isReusable: false,
  },
  confirmed: { tone: 'good', label: 'Confirmed by Amazon', next: 'Amazon has it.', isReusable: false },
  bounced: {
    tone: 'bad',
    label: 'Came back',
    next: 'The buyer did not get it. Send it again, or answer in Seller Central.',
    isReusable: true,
  },
  'opted-out': {
    tone: 'bad',
    label: 'Buyer takes no messages',
    next: 'The buyer did not get it. If the order needs an answer, write it in Seller Central.',
    isReusable: true,
  },
  refused: {
    tone: 'bad',
    label: 'Refused by Amazon',
    next: 'The buyer did not get it. Change what Amazon names, then send it again.',
    isReusable: true,
  },
  held: {
    tone: 'bad',
    label: 'Held back',
    next: 'Nothing has left. Read what is new, change the text if a rule asks for it, then send it again.',
    isReusable: true,
  },
  failed: {
    tone: 'bad',
    label: 'Not sent',
    next: 'The mail server did not take it. Run `safereply doctor`, then send it again.',
    isReusable: true,
  },
  unknown: {
    tone: 'ask',
    label: 'Nobody can tell whether it was sent',
    next: 'Look into the messages in Seller Central: is this reply there?',
    isReusable: false,
  },
  undone: { tone: 'rest', label: 'Taken back', next: 'Nothing has left.', isReusable: true },
} as const satisfies Record<ReplyState, ReplyStateWords>

export function replyStateWords(state: ReplyState): ReplyStateWords {
  return WORDS[state]
}

/** What tells where a reply is, besides its state. */
type ReplyFacts = Pick<Reply, 'state' | 'attempt' | 'notBefore' | 'filed' | 'copyMissingAt' | 'isAcknowledgement'>

/** Where a reply is at an instant, with all that is known of it. */
export function replyWords(reply: ReplyFacts, now: Date): ReplyStateWords {
  const words = WORDS[reply.state]
  switch (reply.state) {
    case 'queued':
      return reply.attempt === 0 ? words : waitingWords(reply, now)
    case 'failed':
      return reply.attempt > 1 ? { ...words, next: `It was tried ${reply.attempt} times. ${words.next}` } : words
    case 'unknown':
      return { ...words, next: `${reply.filed === null ? '' : LOOKED_WORDS[reply.filed]}${words.next}` }
    case 'sent':
      return reply.copyMissingAt === null ? withRest(words, reply) : withRest(COPY_MISSING, reply)
    case 'confirmed':
      return withRest(words, reply)
    case 'sending':
    case 'bounced':
    case 'opted-out':
    case 'refused':
    case 'held':
    case 'undone':
      return words
  }
}

/** Handed over and put off: the server is there, and has asked for patience. */
function waitingWords({ attempt, notBefore }: ReplyFacts, now: Date): ReplyStateWords {
  const leftMs = Date.parse(notBefore) - now.getTime()
  const next = leftMs > 0 ? `The next one is in ${quickSpanWords(leftMs)}.` : 'The next one is now.'
  return {
    ...WORDS.queued,
    label: 'Waiting for the mail server',
    next: `It asked to come back later. ${attemptWords(attempt)}${next} You can still take the reply back.`,
  }
}

const COPY_MISSING: ReplyStateWords = {
  tone: 'ask',
  label: "Sent, but Amazon's usual copy has not come",
  next: 'Look into the messages in Seller Central. If this reply is not there, send it again; if it is, there is nothing to do.',
  isReusable: true,
}

/** What a look into the Sent folder came to, for a reply of which nobody can tell whether it was sent. */
const LOOKED_WORDS = {
  kept: 'A copy of it is in the Sent folder of your mailbox. ',
  'not-kept': '',
  found: 'It is in the Sent folder of your mailbox. ',
  'not-found': 'It is not in the Sent folder of your mailbox, which proves nothing. ',
  'no-folder': 'Your mailbox has no Sent folder to look into. ',
} as const satisfies Record<ReplyFiled, string>

/** What the Sent folder says of a reply that was sent. Where nothing was asked of it, nothing is said. */
const FILED_WORDS = {
  kept: ' A copy is in the Sent folder of your mailbox.',
  'not-kept': ' No copy could be put into the Sent folder of your mailbox.',
  found: ' It was found in the Sent folder of your mailbox.',
  'not-found': '',
  'no-folder': '',
} as const satisfies Record<ReplyFiled, string>

function withRest(words: ReplyStateWords, { filed, isAcknowledgement }: ReplyFacts): ReplyStateWords {
  const owed = isAcknowledgement ? ' It only says that you will come back, so the buyer still waits for you.' : ''
  return { ...words, next: `${words.next}${owed}${filed === null ? '' : FILED_WORDS[filed]}` }
}

function attemptWords(attempt: number): string {
  return attempt === 1 ? '1 attempt so far. ' : `${attempt} attempts so far. `
}

/** A state's reason for people: the titles of the rules it names, or nothing when it is a code for the log. */
export function reasonWords(
  reason: string | null,
  rules: Readonly<Record<string, { readonly title: string }>>,
): string | undefined {
  const titles = (reason ?? '').split(/[,\s]+/u).flatMap((id) => rules[id]?.title ?? [])
  return titles.length === 0 ? undefined : titles.join(', ')
}
