import type { ImapSettings } from '../../channel/mail/imap/settings.ts'
import type { Mailbox } from '../../model/account.ts'
import { DESK_PERSON } from '../../model/ids.ts'
import type { MailboxPosition } from '../../model/mailbox-source.ts'
import { openLogin } from '../../seal/sealed-login.ts'
import { findPosition } from '../../store/mailbox-position.ts'
import { findSource, type WatchedSource } from '../../store/mailbox-source.ts'
import { findMailbox } from '../../store/mailbox.ts'
import { inAccount } from '../in-account.ts'
import type { DeskParts } from '../parts.ts'
import { loginPlace } from '../places.ts'
import { isWatched } from './list-watched.ts'

/** All that fetching a mailbox needs. Lives in memory only, as long as its session. */
export interface OpenSource {
  readonly mailbox: Mailbox
  readonly settings: ImapSettings
  readonly position: MailboxPosition | undefined
}

/**
 * Opens a source for its watcher, as the desk; undefined when it is not what was watched any more. A Fault
 * 'seal.open-failed' when its login cannot be opened.
 */
export async function openSource(parts: DeskParts, watched: WatchedSource): Promise<OpenSource | undefined> {
  const desk = { personId: DESK_PERSON, tokenId: undefined }
  const right = { accountId: watched.accountId, permission: 'mail:receive' } as const
  const opened = await inAccount(parts, desk, right, async ({ tx, scope, vault }) => {
    const mailbox = await findMailbox(tx, scope, watched.mailboxId)
    const row = await findSource(tx, scope, watched.mailboxId)
    if (!mailbox || !isWatched(row, watched)) return undefined
    const { host, port, security, folder } = row.source
    const place = loginPlace(scope.accountId, mailbox.id)
    const { user, password } = openLogin(await vault.accountKey(), place, { sealed: row.login, host })
    const position = await findPosition(tx, scope, mailbox.id)
    return { mailbox, settings: { host, port, security, user, password, folder }, position }
  })
  return opened && 'ok' in opened ? undefined : opened
}
