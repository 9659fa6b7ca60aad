import type { AccountId, PersonId } from '../../model/ids.ts'
import type { Permission, Role } from '../../model/permission.ts'
import type { AccountScope, PersonScope } from '../../model/scope.ts'
import { ROLE_PERMISSIONS } from './roles.ts'

/** A person's place in an account, as the database has it at this moment. */
export interface Membership {
  readonly accountId: AccountId
  readonly personId: PersonId
  readonly role: Role
  /** End of a time-boxed grant. */
  readonly until: Date | undefined
}

/** `missing`: to this person the account does not exist. `refused`: it does, and the role is not enough. */
export type MintOutcome =
  | { readonly ok: true; readonly scope: AccountScope }
  | { readonly ok: false; readonly reason: 'missing' | 'refused' }

/** The only maker of an `AccountScope`: from a membership that holds at `now` and a role that has the permission. */
export function mintScope(membership: Membership | undefined, permission: Permission, now: Date): MintOutcome {
  if (!membership || (membership.until && membership.until.getTime() <= now.getTime())) {
    return { ok: false, reason: 'missing' }
  }
  const permissions: readonly Permission[] = ROLE_PERMISSIONS[membership.role]
  if (!permissions.includes(permission)) return { ok: false, reason: 'refused' }
  const { accountId, personId } = membership
  return { ok: true, scope: { accountId, personId, permissions, __scope: 'account' } }
}

/** The right to ask which accounts are one's own; for a person whose token was verified. */
export function mintPersonScope(personId: PersonId): PersonScope {
  return { personId, __scope: 'person' }
}
