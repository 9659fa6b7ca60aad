import type { Actor } from '../model/actor.ts'
import { mintPersonScope } from '../policy/access/mint-scope.ts'
import { asPerson } from '../store/database.ts'
import { revokeToken } from '../store/person-token.ts'
import type { DeskParts } from './parts.ts'
import { recordForPerson } from './record.ts'

/** Ends the token the actor came with. Ending it twice changes nothing. */
export async function endSession(parts: DeskParts, actor: Actor): Promise<void> {
  const { tokenId } = actor
  if (tokenId === undefined) return
  await asPerson(parts.db, actor.personId, async (tx) => {
    const now = parts.clock.now()
    if (!(await revokeToken(tx, actor.personId, tokenId, now))) return
    const scope = mintPersonScope(actor.personId)
    await recordForPerson(parts, tx, { scope, now, happening: { event: 'session.ended', object: `token:${tokenId}` } })
  })
}
