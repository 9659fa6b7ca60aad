import { sql } from 'kysely'

import type { PersonId } from '../model/ids.ts'
import type { WrappedKey } from '../seal/account-keys.ts'
import type { Tx } from './database.ts'

/** A person as the desk knows them. */
export interface Person {
  readonly id: PersonId
  readonly name: string
}

/** Adds a person, or does nothing when the id is taken. */
export async function addPerson(
  tx: Tx,
  person: Person & { readonly kind: 'human' | 'desk'; readonly pseudonymKey: WrappedKey; readonly createdAt: Date },
): Promise<void> {
  const { wrapped, epoch } = person.pseudonymKey
  await sql`select add_person(${person.id}, ${person.kind}, ${person.name}, ${wrapped}, ${epoch}, ${person.createdAt})`.execute(
    tx,
  )
}

/** The one owner of the desk, or nothing on a fresh database. */
export async function findDeskOwner(tx: Tx): Promise<Person | undefined> {
  const { rows } = await sql<{ person_id: PersonId; name: string }>`select person_id, name from desk_owner()`.execute(
    tx,
  )
  const row = rows[0]
  return row && { id: row.person_id, name: row.name }
}

/** The person of the transaction, with the key of their pseudonym; nothing when they do not exist. */
export async function findPerson(
  tx: Tx,
  personId: PersonId,
): Promise<(Person & { readonly pseudonymKey: WrappedKey }) | undefined> {
  const row = await tx
    .selectFrom('person')
    .select(['person_id', 'name', 'pseudonym_key', 'pseudonym_epoch'])
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return (
    row && {
      id: row.person_id,
      name: row.name,
      pseudonymKey: { epoch: row.pseudonym_epoch, wrapped: row.pseudonym_key },
    }
  )
}
