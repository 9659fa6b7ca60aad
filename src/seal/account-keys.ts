import type { Random } from '../base/random.ts'
import type { AccountId, ConversationId } from '../model/ids.ts'
import { asKey, type Key, KEY_BYTES } from './aead.ts'
import { deriveKey, keyedHash } from './derive.ts'
import type { EpochKeys } from './epoch-keys.ts'
import { unwrapKey, wrapKey } from './xaes.ts'

/** `person`: name, relay address, attachments; dies 30 days after delivery. `text`: redacted text; dies after 120. */
export type ConversationKeyKind = 'person' | 'text'

/** A key as the database holds it. */
export interface WrappedKey {
  readonly epoch: number
  readonly wrapped: Uint8Array
}

/** A fresh account key, wrapped under the current epoch. */
export function newAccountKey(epochs: EpochKeys, account: AccountId, random: Random): WrappedKey {
  const key = asKey(random.bytes(KEY_BYTES))
  return { epoch: epochs.current, wrapped: wrapKey(epochs.key(epochs.current), accountUse(account), key, random) }
}

export function openAccountKey(epochs: EpochKeys, account: AccountId, row: WrappedKey): Key {
  return unwrapKey(epochs.key(row.epoch), accountUse(account), row.wrapped)
}

/** A fresh conversation key, and the same wrapped under its account's key. */
export function newConversationKey(
  accountKey: Key,
  of: { readonly account: AccountId; readonly conversation: ConversationId; readonly kind: ConversationKeyKind },
  random: Random,
): { readonly key: Key; readonly wrapped: Uint8Array } {
  const key = asKey(random.bytes(KEY_BYTES))
  return { key, wrapped: wrapKey(accountKey, conversationUse(of), key, random) }
}

export function openConversationKey(
  accountKey: Key,
  of: { readonly account: AccountId; readonly conversation: ConversationId; readonly kind: ConversationKeyKind },
  wrapped: Uint8Array,
): Key {
  return unwrapKey(accountKey, conversationUse(of), wrapped)
}

/** Keyed hash for finding a thing of one account again (a token, a mail) without keeping what it was. */
export function findingHash(accountKey: Key, use: 'dedupe' | 'thread', text: string): string {
  return keyedHash(deriveKey(accountKey, use), text)
}

/** Stands for a buyer in the evidence log; it means nothing once the conversation's `person` key is gone. */
export function pseudonym(personKey: Key, subject: string): string {
  return keyedHash(deriveKey(personKey, 'pseudonym'), subject)
}

function accountUse(account: AccountId): string {
  return `account_key|${account}`
}

function conversationUse(of: { account: AccountId; conversation: ConversationId; kind: ConversationKeyKind }): string {
  return `conversation_key|${of.account}|${of.conversation}|${of.kind}`
}
