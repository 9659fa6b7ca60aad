import type { AccountId, AttachmentId } from '../model/ids.ts'
import type { Random } from '../base/random.ts'
import { asKey, KEY_BYTES, type Key } from './aead.ts'
import { unwrapKey, wrapKey } from './xaes.ts'

interface AttachedAt {
  readonly account: AccountId
  readonly attachment: AttachmentId
}

/** A key for one attachment, wrapped under its conversation's `person` key: it dies with either. */
export function newAttachmentKey(
  personKey: Key,
  at: AttachedAt,
  random: Random,
): { readonly key: Key; readonly wrapped: Uint8Array } {
  const key = asKey(random.bytes(KEY_BYTES))
  return { key, wrapped: wrapKey(personKey, attachmentUse(at), key, random) }
}

export function openAttachmentKey(personKey: Key, at: AttachedAt, wrapped: Uint8Array): Key {
  return unwrapKey(personKey, attachmentUse(at), wrapped)
}

function attachmentUse(at: AttachedAt): string {
  return `attachment|${at.account}|${at.attachment}`
}
