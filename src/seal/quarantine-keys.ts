import type { Random } from '../base/random.ts'
import type { AccountId, QuarantineId } from '../model/ids.ts'
import { asKey, type Key, KEY_BYTES } from './aead.ts'
import { unwrapKey, wrapKey } from './xaes.ts'

interface QuarantinedAt {
  readonly account: AccountId
  readonly quarantine: QuarantineId
}

/** A key for one quarantined mail, wrapped under its account's key; it dies with the mail after 30 days. */
export function newQuarantineKey(accountKey: Key, at: QuarantinedAt, random: Random): Uint8Array {
  return wrapKey(accountKey, quarantineUse(at), asKey(random.bytes(KEY_BYTES)), random)
}

export function openQuarantineKey(accountKey: Key, at: QuarantinedAt, wrapped: Uint8Array): Key {
  return unwrapKey(accountKey, quarantineUse(at), wrapped)
}

function quarantineUse(at: QuarantinedAt): string {
  return `quarantine|${at.account}|${at.quarantine}`
}
