import { LARGEST_UID, type ListedMail } from './mail.ts'
import type { ImapSession } from './session.ts'

export const WINDOW_LIMITS = {
  /** UIDs asked for at once where mails lie close, which bounds how many are listed in memory. */
  uids: 5_000,
  /** Where fewer than one UID in so many is a mail, the next window is wider by as much: a gap costs a few questions. */
  sparse: 8,
} as const

/**
 * Lists all mails above a UID, ascending, window by window. The last window is open to the end, since a server may be
 * behind with the UID that it says comes next.
 */
export async function* listAbove(
  session: Pick<ImapSession, 'listUids' | 'uidNext'>,
  lastUid: number,
): AsyncGenerator<readonly ListedMail[]> {
  const uidNext = session.uidNext ?? LARGEST_UID
  let width: number = WINDOW_LIMITS.uids
  let from = lastUid + 1
  while (from <= LARGEST_UID) {
    const to = from + width >= uidNext ? LARGEST_UID : from + width - 1
    const listed = await session.listUids(from, to)
    if (listed.length > 0) yield listed
    width = listed.length * WINDOW_LIMITS.sparse < width ? width * WINDOW_LIMITS.sparse : WINDOW_LIMITS.uids
    from = to + 1
  }
}
