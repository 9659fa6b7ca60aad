import { DESK_PERSON, freshId, type PersonId } from '../model/ids.ts'
import { newPersonKey } from '../seal/person-keys.ts'
import { asPerson } from '../store/database.ts'
import { addPerson, findDeskOwner, type Person } from '../store/person.ts'
import type { DeskParts } from './parts.ts'

const OWNER_NAME = 'Owner'

/** Makes sure that the desk itself and its one owner exist, and returns the owner. Harmless to repeat. */
export async function beginDesk(parts: DeskParts): Promise<Person> {
  return asPerson(parts.db, DESK_PERSON, async (tx) => {
    const createdAt = parts.clock.now()
    const pseudonymKey = newPersonKey(parts.epochs, DESK_PERSON, parts.random)
    await addPerson(tx, { id: DESK_PERSON, name: 'Desk', kind: 'desk', pseudonymKey, createdAt })
    const known = await findDeskOwner(tx)
    if (known) return known
    const id = freshId<PersonId>(parts.ids)
    const owner: Person = { id, name: OWNER_NAME }
    await addPerson(tx, {
      ...owner,
      kind: 'human',
      pseudonymKey: newPersonKey(parts.epochs, id, parts.random),
      createdAt,
    })
    return owner
  })
}
