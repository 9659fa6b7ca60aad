import type { Mailbox } from '../../model/account.ts'
import type { Actor } from '../../model/actor.ts'
import type { AccountId } from '../../model/ids.ts'
import type { MailboxSource, MailboxWatch } from '../../model/mailbox-source.ts'
import { listPositions, type PositionRow, UNFETCHED_UID_VALIDITY } from '../../store/mailbox-position.ts'
import { listSources } from '../../store/mailbox-source.ts'
import { listWatches } from '../../store/mailbox-watch.ts'
import { listMailboxes } from '../../store/mailbox.ts'
import { type Denied, readInAccount, type Step } from '../in-account.ts'
import type { DeskParts } from '../parts.ts'
import { openStoredLogin } from './mailbox-login.ts'

/** A mailbox as its account's people see it. The password is not part of it. */
export interface ShownMailbox {
  readonly mailbox: Mailbox
  readonly source: ShownSource | undefined
  readonly watch: MailboxWatch | undefined
  /** Undefined until the first mail was fetched. */
  readonly position: PositionRow | undefined
}

export interface ShownSource extends MailboxSource {
  /** Undefined when what is sealed cannot be opened any more. */
  readonly user: string | undefined
}

/** The mailboxes of an account, oldest first, each with where it is fetched from and how that goes. */
export async function showMailboxes(
  parts: DeskParts,
  actor: Actor,
  { accountId }: { readonly accountId: AccountId },
): Promise<readonly ShownMailbox[] | Denied> {
  return readInAccount(parts, actor, { accountId, permission: 'account:read' }, async (step) =>
    shown(step, await listMailboxes(step.tx, step.scope)),
  )
}

/** One mailbox as a flow that has just changed it shows it. */
export async function showMailbox(step: Step, mailbox: Mailbox): Promise<ShownMailbox> {
  const [one] = await shown(step, [mailbox])
  if (!one) throw new Error('one mailbox is shown as one')
  return one
}

async function shown(step: Step, mailboxes: readonly Mailbox[]): Promise<readonly ShownMailbox[]> {
  const { tx, scope, vault } = step
  const sources = await listSources(tx, scope)
  const watches = await listWatches(tx, scope)
  const positions = await listPositions(tx, scope)
  const key = await vault.accountKey()
  return mailboxes.map((mailbox) => {
    const row = sources.get(mailbox.id)
    const position = positions.get(mailbox.id)
    return {
      mailbox,
      source: row && { ...row.source, user: openStoredLogin(key, scope.accountId, row)?.user },
      watch: watches.get(mailbox.id),
      position: position?.uidValidity === UNFETCHED_UID_VALIDITY ? undefined : position,
    }
  })
}
