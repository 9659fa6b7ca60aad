import type { DeadlineInstants } from './deadline-words.ts'
import { deadlineWords } from './deadline-words.ts'
import css from './clock.module.css'
import { Ring } from './ring.tsx'
import { useNow } from './tick.ts'

/** The clock of a row: ring and time left. Nothing while the clock rests. */
export function DeadlineBadge({ instants }: { readonly instants: DeadlineInstants }) {
  const words = deadlineWords(instants, useNow())
  if (!words) return null
  return (
    <span className={css['badge']} data-tone={words.tone}>
      <Ring tone={words.tone} left={words.left} />
      {words.short}
      {words.tone !== 'late' && (
        <span className="visually-hidden">{instants.unansweredSince === null ? ' left' : ' left to answer'}</span>
      )}
    </span>
  )
}
