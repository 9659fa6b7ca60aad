import { DESK_PERSON } from '../../model/ids.ts'
import type { MailboxWatch, WatchState } from '../../model/mailbox-source.ts'
import { findSource, type WatchedSource } from '../../store/mailbox-source.ts'
import { findWatch, saveWatch } from '../../store/mailbox-watch.ts'
import { lockMailbox } from '../../store/mailbox.ts'
import { inAccount } from '../in-account.ts'
import type { DeskParts } from '../parts.ts'
import { isWatched } from './list-watched.ts'
import type { MailboxProblem } from './mailbox-problem.ts'
import { announceMailbox } from './record-change.ts'

/** How a watcher fares at this moment. */
export interface WatchNote {
  readonly state: WatchState
  readonly problem: MailboxProblem | undefined
  readonly retryAt: Date | undefined
  /** Mails on the server that are not fetched yet. */
  readonly behind: number
}

/** Writes how the watcher of a source fares, and tells the open pages when it changed. Nothing when the source is another. */
export async function noteWatch(parts: DeskParts, watched: WatchedSource, note: WatchNote): Promise<void> {
  const { accountId, mailboxId } = watched
  const desk = { personId: DESK_PERSON, tokenId: undefined }
  await inAccount(parts, desk, { accountId, permission: 'mail:receive' }, async (step) => {
    const { tx, scope, now } = step
    // Held, so that a change of the source comes before or after this note and not between.
    await lockMailbox(tx, scope, mailboxId)
    if (!isWatched(await findSource(tx, scope, mailboxId), watched)) return
    const before = await findWatch(tx, scope, mailboxId)
    const isSame = before?.state === note.state && before.problem === note.problem
    const watch: MailboxWatch = { ...note, since: isSame ? before.since : now, seenAt: now }
    await saveWatch(tx, scope, mailboxId, watch)
    if (!isSame || isTold(before, note)) await announceMailbox(step, mailboxId)
  })
}

function isTold(before: MailboxWatch, note: WatchNote): boolean {
  return before.behind !== note.behind || before.retryAt?.getTime() !== note.retryAt?.getTime()
}
