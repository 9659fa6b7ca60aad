import { Fault } from '../base/fault.ts'
import type { ConversationId } from '../model/ids.ts'
import type { AccountScope } from '../model/scope.ts'
import { newConversationKey, openAccountKey, openConversationKey } from '../seal/account-keys.ts'
import type { Key } from '../seal/aead.ts'
import { findAccountKey } from '../store/account.ts'
import { findConversationKeys, insertConversationKeys } from '../store/conversation-key.ts'
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
  livingKeys(id: ConversationId): Promise<{ readonly person: Key; readonly text: Key }>
  /** Makes and stores both keys of a new conversation. */
  createKeys(id: ConversationId): Promise<{ readonly person: Key; readonly text: Key }>
}

/** Opens the vault of an account. Keys are read when first asked for and live as long as the transaction. */
export function openVault(parts: Pick<DeskParts, 'epochs' | 'random'>, tx: Tx, scope: AccountScope): Vault {
  let account: Promise<Key> | undefined

  async function loadAccountKey(): Promise<Key> {
    const row = await findAccountKey(tx, scope)
    if (!row) throw new Fault('seal.key-missing', { detail: `account ${scope.accountId}` })
    return openAccountKey(parts.epochs, scope.accountId, row)
  }

  const vault: Vault = {
    accountKey() {
      account ??= loadAccountKey()
      return account
    },
    async keysOf(ids) {
      const accountKey = await vault.accountKey()
      const opened = new Map<ConversationId, ConversationKeys>()
      for (const [id, row] of await findConversationKeys(tx, scope, ids)) {
        const open = (kind: 'person' | 'text'): Key | undefined => {
          const wrapped = row[kind]
          return (
            wrapped && openConversationKey(accountKey, { account: scope.accountId, conversation: id, kind }, wrapped)
          )
        }
        // Opened when asked for, so that a damaged key fails its own conversation and not the whole page.
        opened.set(id, {
          get person() {
            return open('person')
          },
          get text() {
            return open('text')
          },
        })
      }
      return opened
    },
    async livingKeys(id) {
      const { person, text } = (await vault.keysOf([id])).get(id) ?? {}
      if (!person || !text) throw new Fault('seal.key-missing', { detail: `conversation ${id}` })
      return { person, text }
    },
    async createKeys(id) {
      const accountKey = await vault.accountKey()
      const make = (kind: 'person' | 'text'): Uint8Array =>
        newConversationKey(accountKey, { account: scope.accountId, conversation: id, kind }, parts.random)
      await insertConversationKeys(tx, scope, { conversationId: id, person: make('person'), text: make('text') })
      return vault.livingKeys(id)
    },
  }
  return vault
}
