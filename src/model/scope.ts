import type { AccountId, PersonId } from './ids.ts'
import type { Permission } from './permission.ts'

/** The right of one person to touch one account. Minted only by `policy/access`, after authorisation; every store function takes it. */
export interface AccountScope {
  readonly accountId: AccountId
  readonly personId: PersonId
  readonly permissions: readonly Permission[]
  readonly __scope: 'account'
}

/** The right of one person to ask which accounts are theirs, and nothing else. Minted only by `policy/access`. */
export interface PersonScope {
  readonly personId: PersonId
  readonly __scope: 'person'
}
