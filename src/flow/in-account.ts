import type { Actor } from '../model/actor.ts'
import type { AccountId } from '../model/ids.ts'
import type { Permission } from '../model/permission.ts'
import type { AccountScope } from '../model/scope.ts'
import { mintScope } from '../policy/access/mint-scope.ts'
import { asPerson, asReader, type Tx } from '../store/database.ts'
import { findMembership } from '../store/membership.ts'
import type { DeskParts } from './parts.ts'
import { openVault, type Vault } from './vault.ts'

/** One authorised step in one account: the transaction, the right, the keys, the instant. */
export interface Step {
  readonly parts: DeskParts
  readonly tx: Tx
  readonly scope: AccountScope
  readonly vault: Vault
  readonly now: Date
}

/** `missing`: to this person there is no such thing, account included. `refused`: the role is not enough. */
export interface Denied {
  readonly ok: false
  readonly reason: 'missing' | 'refused'
}

export const MISSING: Denied = { ok: false, reason: 'missing' }

/** In which account, and what is to be done there. */
export interface AccountRight {
  readonly accountId: AccountId
  readonly permission: Permission
}

/**
 * The head of every flow in an account: one transaction as the person, membership read from the database, scope minted
 * for the permission, then the work. Without the right the answer is `Denied` and the work never runs.
 */
export async function inAccount<T>(
  parts: DeskParts,
  actor: Actor,
  right: AccountRight,
  work: (step: Step) => Promise<T>,
): Promise<T | Denied> {
  return asPerson(parts.db, actor.personId, (tx) => begin(parts, actor, right, { tx, work }))
}

/** As `inAccount`, for a flow that shows: what it reads in several queries is of one instant, and it cannot write. */
export async function readInAccount<T>(
  parts: DeskParts,
  actor: Actor,
  right: AccountRight,
  work: (step: Step) => Promise<T>,
): Promise<T | Denied> {
  return asReader(parts.db, actor.personId, (tx) => begin(parts, actor, right, { tx, work }))
}

async function begin<T>(
  parts: DeskParts,
  actor: Actor,
  right: AccountRight,
  { tx, work }: { readonly tx: Tx; readonly work: (step: Step) => Promise<T> },
): Promise<T | Denied> {
  const now = parts.clock.now()
  const minted = mintScope(await findMembership(tx, actor.personId, right.accountId), right.permission, now)
  if (!minted.ok) return minted
  return work({ parts, tx, scope: minted.scope, vault: openVault(parts, tx, minted.scope), now })
}
