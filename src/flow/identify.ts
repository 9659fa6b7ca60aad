import { utf8 } from '../base/bytes.ts'
import type { Actor } from '../model/actor.ts'
import { DESK_PERSON } from '../model/ids.ts'
import { sha256 } from '../seal/derive.ts'
import { asPerson } from '../store/database.ts'
import { findTokenHolder } from '../store/person-token.ts'
import type { DeskParts } from './parts.ts'

const TOKEN = /^[0-9a-f]{64}$/u

/** Who a token speaks for at this moment, or nothing. Asked anew at each request, so that an ended token ends at once. */
export async function identify(parts: DeskParts, token: string): Promise<Actor | undefined> {
  if (!TOKEN.test(token)) return undefined
  return asPerson(parts.db, DESK_PERSON, async (tx) => {
    const holder = await findTokenHolder(tx, sha256(utf8(token)), parts.clock.now())
    return holder && { personId: holder.personId, tokenId: holder.tokenId }
  })
}
