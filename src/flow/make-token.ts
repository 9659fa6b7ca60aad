import { after, DAY_MS } from '../base/clock.ts'
import { hex, utf8 } from '../base/bytes.ts'
import { freshId, type PersonId, type TokenId } from '../model/ids.ts'
import { mintPersonScope } from '../policy/access/mint-scope.ts'
import { sha256 } from '../seal/derive.ts'
import { asPerson } from '../store/database.ts'
import { insertToken, type TokenKind } from '../store/person-token.ts'
import type { DeskParts } from './parts.ts'
import { recordForPerson } from './record.ts'

const TOKEN_BYTES = 32
/** A link is for the person at the machine; a browser session ends the same day. */
const LIFE_MS = { link: 30 * DAY_MS, browser: DAY_MS / 2 } as const satisfies Record<TokenKind, number>

/** A new token of a person: what is returned is shown once, only its SHA-256 is stored. */
export async function makeToken(parts: DeskParts, personId: PersonId, kind: TokenKind): Promise<string> {
  const token = hex(parts.random.bytes(TOKEN_BYTES))
  await asPerson(parts.db, personId, async (tx) => {
    const now = parts.clock.now()
    const tokenId = freshId<TokenId>(parts.ids)
    const expiresAt = after(now, LIFE_MS[kind])
    await insertToken(tx, { personId, tokenId, kind, hash: sha256(utf8(token)), createdAt: now, expiresAt })
    const event = kind === 'link' ? 'token.made' : 'session.begun'
    await recordForPerson(parts, tx, {
      scope: mintPersonScope(personId),
      now,
      happening: { event, object: `token:${tokenId}` },
    })
  })
  return token
}
