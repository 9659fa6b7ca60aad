import { after, DAY_MS } from '../../base/clock.ts'
import { isLoopback } from '../../channel/mail/loopback.ts'
import type { Mailbox } from '../../model/account.ts'
import type { Actor } from '../../model/actor.ts'
import type { AccountId, MailboxId } from '../../model/ids.ts'
import type { MailboxSource } from '../../model/mailbox-source.ts'
import { type MailLogin, sealLogin } from '../../seal/sealed-login.ts'
import { beginPosition } from '../../store/mailbox-position.ts'
import { findSource, saveSource, type SourceRow } from '../../store/mailbox-source.ts'
import { deleteWatch } from '../../store/mailbox-watch.ts'
import { lockMailbox, updateMailbox } from '../../store/mailbox.ts'
import { type Denied, inAccount, MISSING, type Step } from '../in-account.ts'
import type { DeskParts } from '../parts.ts'
import { loginPlace } from '../places.ts'
import { loginOf, type LoginWish, openStoredLogin } from './mailbox-login.ts'
import { type MailboxChange, recordMailboxChange } from './record-change.ts'
import { showMailbox, type ShownMailbox } from './show-mailboxes.ts'

/** What is older than this when a mailbox is first fetched is history, and runs no clock; the page can change it. */
export const HISTORY_AFTER_MS = 30 * DAY_MS

/** Where a mailbox is to be fetched from. Host and folder as the server has them; a password left out stays. */
export interface SourceWish extends LoginWish {
  readonly accountId: AccountId
  readonly mailboxId: MailboxId
  readonly folder: string
}

/** `not-safe`: without TLS beyond this machine. `password-needed`: there is none for this server and user. */
export type SetSourceOutcome =
  | { readonly ok: true; readonly shown: ShownMailbox }
  | { readonly ok: false; readonly reason: 'not-safe' | 'password-needed' }
  | Denied

/**
 * Sets where a mailbox is fetched from; its watcher begins anew. Another server, user or folder has UIDs of its own, so
 * that the position goes back to the first mail; what is fetched twice is recognised.
 */
export async function setSource(parts: DeskParts, actor: Actor, asked: SourceWish): Promise<SetSourceOutcome> {
  const wish = { ...asked, host: asked.host.trim().toLowerCase() }
  const right = { accountId: wish.accountId, permission: 'account:write' } as const
  return inAccount(parts, actor, right, async (step): Promise<SetSourceOutcome> => {
    const mailbox = await lockMailbox(step.tx, step.scope, wish.mailboxId)
    if (!mailbox) return MISSING
    if (wish.security === 'none' && !isLoopback(wish.host)) return { ok: false, reason: 'not-safe' }
    const stored = await findSource(step.tx, step.scope, mailbox.id)
    const login = await loginOf(step, wish, stored)
    if (!login) return { ok: false, reason: 'password-needed' }
    return write(step, { mailbox, stored, wish, login })
  })
}

interface NewSource {
  readonly mailbox: Mailbox
  readonly stored: SourceRow | undefined
  readonly wish: SourceWish
  readonly login: MailLogin
}

async function write(step: Step, setting: NewSource): Promise<SetSourceOutcome> {
  const { parts, tx, scope, vault, now } = step
  const { mailbox, stored, wish, login } = setting
  const key = await vault.accountKey()
  const source: MailboxSource = {
    mailboxId: mailbox.id,
    version: (stored?.source.version ?? 0) + 1,
    host: wish.host,
    port: wish.port,
    security: wish.security,
    folder: wish.folder,
  }
  const known = stored && openStoredLogin(key, scope.accountId, stored)
  const changes = changesBetween({ source: stored?.source, login: known }, { source, login })
  if (changes.length === 0) return { ok: true, shown: await showMailbox(step, mailbox) }
  const sealed = sealLogin(key, loginPlace(scope.accountId, mailbox.id), login, parts.random)
  await saveSource(tx, scope, { source, login: sealed, changedAt: now })
  await deleteWatch(tx, scope, mailbox.id)
  if (isElsewhere(changes, known?.user !== login.user)) await beginPosition(tx, scope, mailbox.id, now)
  const begun = stored || mailbox.deadlinesFrom ? mailbox : { ...mailbox, deadlinesFrom: after(now, -HISTORY_AFTER_MS) }
  if (begun !== mailbox) await updateMailbox(tx, scope, begun)
  await recordMailboxChange(step, mailbox.id, begun === mailbox ? changes : [...changes, 'deadlines-from'])
  return { ok: true, shown: await showMailbox(step, begun) }
}

interface SourceState {
  readonly source: MailboxSource | undefined
  readonly login: MailLogin | undefined
}

function changesBetween(before: SourceState, after: SourceState): readonly MailboxChange[] {
  const changes: MailboxChange[] = []
  const isSame = (name: 'host' | 'port' | 'security' | 'folder') => before.source?.[name] === after.source?.[name]
  if (!isSame('host') || !isSame('port')) changes.push('host')
  if (!isSame('security')) changes.push('security')
  if (before.login?.user !== after.login?.user || before.login?.password !== after.login?.password)
    changes.push('login')
  if (!isSame('folder')) changes.push('folder')
  return changes
}

/** Whether the mails are others now. A new password for the same user is no other mailbox. */
function isElsewhere(changes: readonly MailboxChange[], isOtherUser: boolean): boolean {
  return changes.includes('host') || changes.includes('folder') || isOtherUser
}
