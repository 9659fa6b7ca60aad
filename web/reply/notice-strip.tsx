import { useCell } from '../cell/use-cell.ts'
import { Strip } from '../control/strip.tsx'
import type { KnownNotice, ReplyDesk } from './reply-desk.ts'

interface NoticeWords {
  readonly tone: 'bad' | 'warn' | 'info' | 'good'
  readonly title: string
  readonly next: string
}

const WORDS = {
  changed: {
    tone: 'warn',
    title: 'Something happened here since you looked',
    next: 'Nothing was sent and your text is kept. Read what is new above, then send.',
  },
  answered: {
    tone: 'warn',
    title: 'Another answer came in between',
    next: 'Nothing was sent and your text is kept. Read that answer above: does yours still add something?',
  },
  unsent: {
    tone: 'bad',
    title: 'The desk did not answer',
    next: 'Your text is kept. Press Send again: it can leave only once.',
  },
  'too-late': { tone: 'warn', title: 'Too late to take it back', next: 'The reply had already left.' },
  'undo-unsure': {
    tone: 'bad',
    title: 'The desk did not answer',
    next: 'The reply may still leave. Look at its state above.',
  },
  'taken-back': { tone: 'good', title: 'Taken back', next: 'Nothing was sent. The text is yours again.' },
  'reply-open': {
    tone: 'info',
    title: 'A reply is on its way',
    next: 'Wait until it has left, or settle what became of it above. Your text is kept.',
  },
  'no-sender': {
    tone: 'bad',
    title: 'No address is approved to send from',
    next: 'Add an approved sender to this account first. Your text is kept.',
  },
  empty: { tone: 'info', title: 'Nothing to send yet', next: 'Write a reply first.' },
} as const satisfies Record<Exclude<KnownNotice, 'unread'>, NoticeWords>

/** What the desk has to say about the last thing that was tried with this reply. */
export function NoticeStrip({ desk }: { readonly desk: ReplyDesk }) {
  const notice = useCell(desk.notice)
  // The unread message has a strip of its own, with a button.
  if (notice === undefined || notice === 'unread') return null
  const { tone, title, next } = typeof notice === 'string' ? WORDS[notice] : problemWords(notice.problem)
  return (
    <Strip tone={tone} title={title} isNews>
      {next}
    </Strip>
  )
}

function problemWords(sentence: string): NoticeWords {
  return { tone: 'bad', title: 'Nothing was sent', next: sentence }
}
