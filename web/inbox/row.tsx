import { EyeOff, Hourglass, MailWarning } from 'lucide-react'
import { memo } from 'react'

import type { ConversationRow } from '../api/conversations.ts'
import { DeadlineBadge } from '../clock/deadline-badge.tsx'
import { timeAgo } from '../clock/format.ts'
import { useNow } from '../clock/tick.ts'
import { faceOf } from '../conversation/face.ts'
import css from './row.module.css'

interface RowProps {
  readonly row: ConversationRow
  readonly index: number
  readonly top: number
  /** -1 while nobody knows how many there are. */
  readonly count: number
  readonly isOpen: boolean
  readonly isCursor: boolean
  readonly onOpen: (id: string) => void
}

/** One conversation of the list: who, how long, what. */
export const Row = memo(function Row({ row, index, top, count, isOpen, isCursor, onOpen }: RowProps) {
  const face = faceOf(row)
  const needsReply = row.state === 'needs-reply'
  return (
    // The listbox above it takes the keys; an option has none of its own.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      role="option"
      id={rowElementId(row.id)}
      className={css['row']}
      data-state={row.state}
      data-cursor={isCursor}
      aria-selected={isOpen}
      aria-posinset={index + 1}
      aria-setsize={count}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => onOpen(row.id)}
    >
      <span className={css['who']}>
        {needsReply && <span className={css['dot']} aria-hidden />}
        <span className={css['name']}>{face.buyer}</span>
        {needsReply && <span className="visually-hidden">{waitingWords(row)}</span>}
      </span>
      <Standing row={row} />
      <span className={css['subject']}>
        {row.reopened !== null && <MailWarning size={15} aria-hidden className={css['reopened']} />}
        {row.reopened !== null && <span className="visually-hidden">A reply did not arrive. </span>}
        <span>{face.subject}</span>
      </span>
      <span className={css['last']}>
        <span className={css['preview']}>{row.preview}</span>
        {row.hasRedactions && (
          <span className={css['redacted']} title="Something the buyer shared was removed">
            <EyeOff size={15} aria-hidden />
            <span className="visually-hidden">, something was removed</span>
          </span>
        )}
      </span>
    </div>
  )
})

/** How long there is, that the word is ours, or when somebody last spoke. */
function Standing({ row }: { readonly row: ConversationRow }) {
  const now = useNow()
  if (row.state === 'needs-reply') return <DeadlineBadge instants={row} />
  const last = timeAgo(row.lastMessageAt, now)
  if (row.state !== 'on-us') return <span className={css['time']}>{last}</span>
  return (
    <span className={css['owed']} title={`You said that you would come back. Last message ${last}.`}>
      <Hourglass size={14} aria-hidden /> Waiting on us
    </span>
  )
}

/** A claim or a return may be due while no buyer waits for an answer. */
function waitingWords({ unansweredSince }: ConversationRow): string {
  return unansweredSince === null ? ', something is due, ' : ', needs a reply, '
}

/** Id of the row's element, for the listbox's cursor. */
export function rowElementId(conversationId: string): string {
  return `conversation-${conversationId}`
}
