import { makeToken } from '../../src/flow/make-token.ts'
import type { Actor } from '../../src/model/actor.ts'
import { type AccountId, DESK_PERSON, freshId, type PersonId } from '../../src/model/ids.ts'
import { newPersonKey } from '../../src/seal/person-keys.ts'
import { asPerson } from '../../src/store/database.ts'
import { addPerson } from '../../src/store/person.ts'
import { asAdmin } from './as-admin.ts'
import type { TestDesk } from './test-desk.ts'

/** A person of the test and what opens the API to them. */
export interface Member {
  readonly actor: Actor
  readonly token: string
}

/** Adds a person to an account, as the administrator of the database does. */
export async function addMember(desk: TestDesk, accountId: AccountId, name: string): Promise<Member> {
  const { parts } = desk
  const personId = freshId<PersonId>(parts.ids)
  const pseudonymKey = newPersonKey(parts.epochs, personId, parts.random)
  const createdAt = parts.clock.now()
  await asPerson(parts.db, DESK_PERSON, (tx) =>
    addPerson(tx, { id: personId, name, kind: 'human', pseudonymKey, createdAt }),
  )
  const member = 'insert into membership (account_id, person_id, role, until) values ($1, $2, $3, null)'
  await asAdmin(desk.database, member, [accountId, personId, 'owner'])
  return { actor: { personId, tokenId: undefined }, token: await makeToken(parts, personId, 'link') }
}
