import type { ReplyState } from '../../src/model/reply.ts'

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
  confirmed: { tone: 'good', label: 'Confirmed by Amazon', next: 'Amazon has it. Nothing to do.', isReusable: false },
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

/** A state's reason for people: the titles of the rules it names, or nothing when it is a code for the log. */
export function reasonWords(
  reason: string | null,
  rules: Readonly<Record<string, { readonly title: string }>>,
): string | undefined {
  const titles = (reason ?? '').split(/[,\s]+/u).flatMap((id) => rules[id]?.title ?? [])
  return titles.length === 0 ? undefined : titles.join(', ')
}
