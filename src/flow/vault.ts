import { Fault } from '../base/fault.ts'
import type { AccountId, ConversationId } from '../model/ids.ts'
import type { AccountScope } from '../model/scope.ts'
import {
  type ConversationKeyKind,
  newConversationKey,
  openAccountKey,
  openConversationKey,
} from '../seal/account-keys.ts'
import type { Key } from '../seal/aead.ts'
import { findAccountKey } from '../store/account.ts'
import { type ConversationKeyRow, findConversationKeys, insertConversationKeys } from '../store/conversation-key.ts'
import type { Tx } from '../store/database.ts'
import type { DeskParts } from './parts.ts'

/** The keys of one conversation; one that is undefined was destroyed, and what it sealed is gone. */
export interface ConversationKeys {
  readonly person: Key | undefined
  readonly text: Key | undefined
}

/** The keys of one account for one transaction. */
export interface Vault {
  accountKey(): Promise<Key>
  /** Keys of some conversations by id; a conversation without any is not in the map. Reading a damaged key throws. */
  keysOf(ids: readonly ConversationId[]): Promise<ReadonlyMap<ConversationId, ConversationKeys>>
  /** Both keys of a conversation that is alive. A Fault 'seal.key-missing' when one was destroyed. */
  livingKeys(id: ConversationId): Promise<LivingKeys>
  /** Makes and stores both keys of new conversations. */
  createKeys(ids: readonly ConversationId[]): Promise<void>
}

/** Both keys of a conversation of which none was destroyed. */
export interface LivingKeys {
  readonly person: Key
  readonly text: Key
}

/** Opens the vault of an account. Keys are read when first asked for and live as long as the transaction. */
export function openVault(parts: Pick<DeskParts, 'epochs' | 'random'>, tx: Tx, scope: AccountScope): Vault {
  const opened = new Map<ConversationId, ConversationKeys>()
  let account: Promise<Key> | undefined

  async function loadAccountKey(): Promise<Key> {
    const row = await findAccountKey(tx, scope)
    if (!row) throw new Fault('seal.key-missing', { detail: `account ${scope.accountId}` })
    return openAccountKey(parts.epochs, scope.accountId, row)
  }

  async function load(ids: readonly ConversationId[]): Promise<void> {
    const accountKey = await vault.accountKey()
    for (const [id, row] of await findConversationKeys(tx, scope, ids)) {
      opened.set(id, openedWhenAsked(accountKey, { account: scope.accountId, conversation: id }, row))
    }
  }

  const vault: Vault = {
    accountKey() {
      account ??= loadAccountKey()
      return account
    },
    async keysOf(ids) {
      await load(ids.filter((id) => !opened.has(id)))
      return new Map(ids.flatMap((id) => entryOf(opened, id)))
    },
    async livingKeys(id) {
      const { person, text } = (await vault.keysOf([id])).get(id) ?? {}
      if (!person || !text) throw new Fault('seal.key-missing', { detail: `conversation ${id}` })
      return { person, text }
    },
    async createKeys(ids) {
      const accountKey = await vault.accountKey()
      const rows = ids.map((id) => {
        const of = { account: scope.accountId, conversation: id }
        const person = newConversationKey(accountKey, { ...of, kind: 'person' }, parts.random)
        const text = newConversationKey(accountKey, { ...of, kind: 'text' }, parts.random)
        opened.set(id, { person: person.key, text: text.key })
        return { conversationId: id, person: person.wrapped, text: text.wrapped }
      })
      await insertConversationKeys(tx, scope, rows)
    },
  }
  return vault
}

/** Opened when asked for, so that a damaged key fails its own conversation and not the whole page. */
function openedWhenAsked(
  accountKey: Key,
  of: { readonly account: AccountId; readonly conversation: ConversationId },
  row: ConversationKeyRow,
): ConversationKeys {
  const known = new Map<ConversationKeyKind, Key | undefined>()
  const open = (kind: ConversationKeyKind): Key | undefined => {
    const wrapped = row[kind]
    if (!known.has(kind)) known.set(kind, wrapped && openConversationKey(accountKey, { ...of, kind }, wrapped))
    return known.get(kind)
  }
  return {
    get person() {
      return open('person')
    },
    get text() {
      return open('text')
    },
  }
}

function entryOf<K, V>(map: ReadonlyMap<K, V>, key: K): readonly (readonly [K, V])[] {
  const value = map.get(key)
  return value === undefined ? [] : [[key, value]]
}
