import { SECOND_MS } from '../../base/clock.ts'
import type { ImapSettings } from '../../channel/mail/imap/settings.ts'
import { type ImapTrial, tryImap } from '../../channel/mail/imap/try.ts'
import type { Actor } from '../../model/actor.ts'
import { findSource } from '../../store/mailbox-source.ts'
import { findMailbox } from '../../store/mailbox.ts'
import { type Denied, inAccount, MISSING } from '../in-account.ts'
import type { DeskParts } from '../parts.ts'
import { loginOf } from './mailbox-login.ts'
import type { SourceWish } from './set-source.ts'

/** As long as a person waits for a button. */
const TRIAL_MS = 45 * SECOND_MS

/** What came of a trial. `password-needed`: there is none for this server and user, and nothing was connected. */
export type SourceTrial = ImapTrial | { readonly ok: false; readonly problem: 'password-needed' }

export type TrySourceOutcome = { readonly kind: 'tried'; readonly trial: SourceTrial } | Denied

/** Connects, logs in and opens the folder as the watcher would. Changes nothing, here or there. */
export async function trySource(parts: DeskParts, actor: Actor, asked: SourceWish): Promise<TrySourceOutcome> {
  const wish = { ...asked, host: asked.host.trim().toLowerCase() }
  const { accountId, mailboxId } = wish
  const login = await inAccount(parts, actor, { accountId, permission: 'account:write' }, async (step) => {
    if (!(await findMailbox(step.tx, step.scope, mailboxId))) return MISSING
    return { found: await loginOf(step, wish, await findSource(step.tx, step.scope, mailboxId)) }
  })
  if ('ok' in login) return login
  if (!login.found) return { kind: 'tried', trial: { ok: false, problem: 'password-needed' } }
  const { host, port, security, folder } = wish
  const { user, password } = login.found
  return { kind: 'tried', trial: await tried({ host, port, security, user, password, folder }) }
}

async function tried(settings: ImapSettings): Promise<ImapTrial> {
  const signal = AbortSignal.timeout(TRIAL_MS)
  try {
    return await tryImap(settings, { signal })
  } catch (error) {
    if (signal.aborted) return { ok: false, problem: 'timeout' }
    throw error
  }
}
