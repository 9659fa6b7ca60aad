import type { Random } from '../base/random.ts'
import type { PersonId } from '../model/ids.ts'
import type { WrappedKey } from './account-keys.ts'
import { asKey, KEY_BYTES } from './aead.ts'
import { keyedHash } from './derive.ts'
import type { EpochKeys } from './epoch-keys.ts'
import { unwrapKey, wrapKey } from './xaes.ts'

/** A fresh key under which one of our people has their pseudonym; it dies when they are erased. */
export function newPersonKey(epochs: EpochKeys, person: PersonId, random: Random): WrappedKey {
  const key = asKey(random.bytes(KEY_BYTES))
  return { epoch: epochs.current, wrapped: wrapKey(epochs.key(epochs.current), personUse(person), key, random) }
}

/** Stands for one of our people in the evidence log; the same each time, nothing once their key is gone. */
export function personPseudonym(epochs: EpochKeys, person: PersonId, row: WrappedKey): string {
  return keyedHash(unwrapKey(epochs.key(row.epoch), personUse(person), row.wrapped), `person|${person}`)
}

function personUse(person: PersonId): string {
  return `person_key|${person}`
}
