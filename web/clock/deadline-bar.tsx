import { CircleCheck } from 'lucide-react'
import type { ReactNode } from 'react'

import type { DeadlineInstants } from './deadline-words.ts'
import { deadlineWords } from './deadline-words.ts'
import css from './clock.module.css'
import { exactTime } from './format.ts'
import { Ring } from './ring.tsx'
import { useNow } from './tick.ts'

interface DeadlineBarProps {
  readonly instants: DeadlineInstants
  /** Whether something besides the answer is due, and shown elsewhere. */
  readonly isOtherDue: boolean
  /** Whether we said that we would come back. */
  readonly isOwed: boolean
  /** What can be said about a running clock, beside it. */
  readonly actions: ReactNode
}

/** The clock of a conversation: the way to a possible claim as a bar, and the same in words. */
export function DeadlineBar({ instants, isOtherDue, isOwed, actions }: DeadlineBarProps) {
  const words = deadlineWords(instants, useNow())
  if (!words && isOwed) return <p className={css['line']}>No clock runs. A word of yours is owed.</p>
  if (!words && isOtherDue) return <p className={css['line']}>No buyer waits for an answer.</p>
  if (!words) {
    return (
      <p className={css['resting']}>
        <CircleCheck size={15} aria-hidden /> Nothing to answer. The clock rests.
      </p>
    )
  }
  return (
    <div className={css['bar']} data-tone={words.tone}>
      <svg className={css['way']} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden>
        <rect className={css['wayTrack']} width="100" height="4" />
        <rect className={css['wayPassed']} width={words.passed * 100} height="4" />
        <rect className={css['wayLimit']} x={words.limitAt * 100 - 0.2} width="0.4" height="4" />
      </svg>
      <div className={css['row']}>
        <p className={css['line']} title={instants.dueAt === null ? undefined : `Due ${exactTime(instants.dueAt)}`}>
          <Ring tone={words.tone} left={words.left} />
          <strong>{words.short}</strong> <span>{words.rest}</span>
        </p>
        {actions}
      </div>
    </div>
  )
}
