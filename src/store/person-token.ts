import { sql } from 'kysely'

import type { PersonId, TokenId } from '../model/ids.ts'
import type { Tx } from './database.ts'

export type TokenKind = 'link' | 'browser'

/** Whose token it is. */
export interface TokenHolder {
  readonly personId: PersonId
  readonly tokenId: TokenId
  readonly kind: TokenKind
}

/** Writes a token by its SHA-256; the token itself is never stored. */
export async function insertToken(
  tx: Tx,
  token: TokenHolder & { readonly hash: string; readonly createdAt: Date; readonly expiresAt: Date },
): Promise<void> {
  await tx
    .insertInto('person_token')
    .values({
      person_id: token.personId,
      token_id: token.tokenId,
      kind: token.kind,
      token_hash: token.hash,
      created_at: token.createdAt,
      expires_at: token.expiresAt,
      revoked_at: null,
    })
    .execute()
}

/** Holder of an unexpired, unrevoked token, or nothing. Runs before any person is known. */
export async function findTokenHolder(tx: Tx, hash: string, now: Date): Promise<TokenHolder | undefined> {
  const { rows } = await sql<{ person_id: PersonId; token_id: TokenId; kind: TokenKind }>`
    select person_id, token_id, kind from token_holder(${hash}, ${now})`.execute(tx)
  const row = rows[0]
  return row && { personId: row.person_id, tokenId: row.token_id, kind: row.kind }
}

/** Ends a token. Returns whether it was still valid. */
export async function revokeToken(tx: Tx, personId: PersonId, tokenId: TokenId, now: Date): Promise<boolean> {
  const result = await tx
    .updateTable('person_token')
    .set({ revoked_at: now })
    .where('person_id', '=', personId)
    .where('token_id', '=', tokenId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
