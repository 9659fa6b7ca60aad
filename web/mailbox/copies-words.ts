import type { Mailbox } from '../api/mailboxes.ts'
import { dayWords } from '../clock/format.ts'

/** Whether Amazon sends a mailbox copies of our own answers, in two or three words. */
export function copiesWords({ copies, copiesSince }: Pick<Mailbox, 'copies' | 'copiesSince'>): string {
  if (copies === 'not-seen') return 'none seen'
  return copiesSince === null ? 'come' : `come since ${dayWords(copiesSince)}`
}
