import type { PersonId, TokenId } from './ids.ts'

/** Who acts: a person through a session or a token, or the desk itself. */
export interface Actor {
  readonly personId: PersonId
  readonly tokenId: TokenId | undefined
}
