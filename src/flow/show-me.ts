import type { Account } from '../model/account.ts'
import type { Actor } from '../model/actor.ts'
import type { AccountId } from '../model/ids.ts'
import type { Permission, Role } from '../model/permission.ts'
import { mintPersonScope } from '../policy/access/mint-scope.ts'
import { findAccount, listAccountIds } from '../store/account.ts'
import { asPerson } from '../store/database.ts'
import { countNeedsReply } from '../store/inbox.ts'
import { listMailboxes } from '../store/mailbox.ts'
import { findMembership } from '../store/membership.ts'
import { findPerson, type Person } from '../store/person.ts'
import { inAccount } from './in-account.ts'
import type { DeskParts } from './parts.ts'

/** An account as one of its members sees it. */
export interface MyAccount {
  readonly account: Account
  readonly role: Role
  readonly permissions: readonly Permission[]
  readonly needsReply: number
  readonly mailboxes: readonly string[]
}

export interface Me {
  readonly person: Person
  readonly accounts: readonly MyAccount[]
}

/** Who the actor is and which accounts are theirs; undefined when the person is gone. */
export async function showMe(parts: DeskParts, actor: Actor): Promise<Me | undefined> {
  const known = await asPerson(parts.db, actor.personId, async (tx) => {
    const person = await findPerson(tx, actor.personId)
    return person && { person, accountIds: await listAccountIds(tx, mintPersonScope(actor.personId)) }
  })
  if (!known) return undefined
  const accounts: MyAccount[] = []
  for (const accountId of known.accountIds) {
    const mine = await showMyAccount(parts, actor, accountId)
    if (mine) accounts.push(mine)
  }
  return { person: { id: known.person.id, name: known.person.name }, accounts }
}

/** One account of the actor, or nothing. */
export async function showMyAccount(
  parts: DeskParts,
  actor: Actor,
  accountId: AccountId,
): Promise<MyAccount | undefined> {
  const shown = await inAccount(parts, actor, { accountId, permission: 'account:read' }, async ({ tx, scope }) => {
    const account = await findAccount(tx, scope)
    const membership = await findMembership(tx, actor.personId, accountId)
    const mailboxes = await listMailboxes(tx, scope)
    const needsReply = await countNeedsReply(tx, scope)
    return { account, membership, mailboxes: mailboxes.map((mailbox) => mailbox.address), needsReply, scope }
  })
  if ('ok' in shown || !shown.account || !shown.membership) return undefined
  const { account, membership, mailboxes, needsReply, scope } = shown
  return { account, role: membership.role, permissions: scope.permissions, needsReply, mailboxes }
}
