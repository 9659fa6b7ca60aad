import { type Cage } from '../../../src/parse/cage.ts'
import { dkimKeysOf } from '../../../src/parse/dkim-keys.ts'
import { judgeSender, type SenderVerdict } from '../../../src/parse/genuine.ts'
import type { UnreadableReason } from '../../../src/parse/parsed-mail.ts'
import { resolveTxt } from './signers.ts'

/** The one server whose verdicts are believed. */
export const OUR_SERVER = 'mx.shop.example'

/** Amazon's domains for the test; those of the pack change with its date. */
export const PACK = { amazonDomains: { values: ['amazon.com', 'amazon.de', 'amazon.com.mx'], source: 'this test' } }

/** A mail and what is to become of it. */
export interface Case {
  readonly name: string
  readonly mail: string
  readonly becomes: SenderVerdict['authenticity'] | UnreadableReason
}

/** What becomes of each mail, by name: read in the cage with the keys that DNS has, and judged. */
export async function judged(cage: Cage, cases: readonly Case[]): Promise<Readonly<Record<string, string>>> {
  const judgements = await Promise.all(
    cases.map(async ({ name, mail }) => {
      const bytes = Buffer.from(mail, 'latin1')
      const outcome = await cage.parse(bytes, await dkimKeysOf(bytes, { pack: PACK, resolveTxt }))
      if (!outcome.ok) return [name, outcome.reason] as const
      return [name, judgeSender(outcome.mail, { pack: PACK, authservIds: [OUR_SERVER] }).authenticity] as const
    }),
  )
  return Object.fromEntries(judgements)
}

export function expected(cases: readonly Case[]): Readonly<Record<string, string>> {
  return Object.fromEntries(cases.map(({ name, becomes }) => [name, becomes]))
}
