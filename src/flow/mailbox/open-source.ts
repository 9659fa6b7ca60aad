import type { ImapSettings } from '../../channel/mail/imap/settings.ts'
import type { Mailbox } from '../../model/account.ts'
import { DESK_PERSON } from '../../model/ids.ts'
import type { MailboxPosition } from '../../model/mailbox-source.ts'
import { openLogin } from '../../seal/sealed-login.ts'
import { findPosition } from '../../store/mailbox-position.ts'
import { findSource, type SourceRow, type WatchedSource } from '../../store/mailbox-source.ts'
import { findMailbox } from '../../store/mailbox.ts'
import { inAccount, type Step } from '../in-account.ts'
import type { DeskParts } from '../parts.ts'
import { loginPlace } from '../places.ts'
import { isWatched } from './list-watched.ts'

/** A mailbox as the next mails of its source are to be taken. */
export interface WatchedMailbox {
  readonly mailbox: Mailbox
  readonly position: MailboxPosition | undefined
}

/**
 * How a source is reached, login included, for its watcher; undefined when it is not what was watched any more. A Fault
 * 'seal.open-failed' when its login cannot be opened. The answer lives in memory only, as long as the session.
 */
export async function openSource(parts: DeskParts, watched: WatchedSource): Promise<ImapSettings | undefined> {
  return asDesk(parts, watched, async ({ scope, vault }, { source, login }) => {
    const { host, port, security, folder } = source
    const place = loginPlace(scope.accountId, source.mailboxId)
    const { user, password } = openLogin(await vault.accountKey(), place, { sealed: login, host })
    return { host, port, security, user, password, folder }
  })
}

/** The mailbox as it is set now, and how far it was fetched; undefined when its source is not what was watched any more. */
export async function readWatched(parts: DeskParts, watched: WatchedSource): Promise<WatchedMailbox | undefined> {
  return asDesk(parts, watched, async ({ tx, scope }) => {
    const mailbox = await findMailbox(tx, scope, watched.mailboxId)
    return mailbox && { mailbox, position: await findPosition(tx, scope, mailbox.id) }
  })
}

async function asDesk<T extends object>(
  parts: DeskParts,
  watched: WatchedSource,
  work: (step: Step, row: SourceRow) => Promise<T | undefined>,
): Promise<T | undefined> {
  const desk = { personId: DESK_PERSON, tokenId: undefined }
  const right = { accountId: watched.accountId, permission: 'mail:receive' } as const
  const outcome = await inAccount(parts, desk, right, async (step) => {
    const row = await findSource(step.tx, step.scope, watched.mailboxId)
    return { found: isWatched(row, watched) ? await work(step, row) : undefined }
  })
  return 'found' in outcome ? outcome.found : undefined
}
