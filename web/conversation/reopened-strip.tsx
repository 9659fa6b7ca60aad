import type { Conversation } from '../api/conversations.ts'
import { exactTime } from '../clock/format.ts'
import { Strip } from '../control/strip.tsx'

type Reopened = NonNullable<Conversation['reopened']>

const WORDS = {
  bounced: {
    title: 'Amazon did not deliver your reply: it came back',
    next: 'Send it again, or answer in Seller Central.',
  },
  'opted-out': {
    title: 'Amazon did not deliver your reply: the buyer takes no messages from sellers',
    next: 'If the order needs an answer, write it in Seller Central.',
  },
  refused: {
    title: 'Amazon did not deliver your reply: it was refused',
    next: 'Change what Amazon names and send it again.',
  },
  held: {
    title: 'Your reply was held back: a rule forbids it now, or the buyer wrote again',
    next: 'Change the text and send it again.',
  },
  failed: { title: 'Your reply was not sent: the mail server did not take it', next: 'Try it again.' },
} as const satisfies Record<Reopened, { title: string; next: string }>

/** Why a clock that rested runs again, and from when. */
export function ReopenedStrip({ conversation }: { readonly conversation: Conversation }) {
  const { reopened, unansweredSince } = conversation
  if (reopened === null) return null
  const { title, next } = WORDS[reopened]
  return (
    <Strip tone="bad" title={title}>
      {unansweredSince !== null && (
        <span>The clock runs again from {exactTime(unansweredSince)}, when the buyer wrote. </span>
      )}
      {next}
    </Strip>
  )
}
