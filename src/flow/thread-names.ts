import { relayAlias } from '../model/relay-address.ts'
import type { BuyerMessage } from '../parse/amazon-mail.ts'
import { findingHash } from '../seal/account-keys.ts'
import type { Key } from '../seal/aead.ts'

/** The hashes by which a mail's thread is looked for, and those by which its conversation is found later. */
export interface ThreadNames {
  /** In order of trust; the first known one decides. */
  readonly lookUp: readonly string[]
  readonly register: readonly string[]
  /** The same for all mails of one buyer: they wait for each other. */
  readonly lock: string
}

/**
 * Names of a thread, most exact first: case id, thread token, alias and order, alias alone. A mail with a case id is
 * never joined by its alias, since two cases of one buyer are two conversations.
 */
export function threadNames(accountKey: Key, mail: BuyerMessage): ThreadNames {
  const name = (text: string): string => findingHash(accountKey, 'thread', text)
  const alias = relayAlias(mail.relayAddress)
  const exact = [mail.caseId && name(`case|${mail.caseId}`), mail.threadToken && name(`token|${mail.threadToken}`)]
  const ofOrder = mail.orderId && name(`order|${alias}|${mail.orderId}`)
  const ofAlias = name(`alias|${alias}`)
  const loose = mail.orderId === undefined ? [ofAlias] : [ofOrder]
  return {
    lookUp: present(mail.caseId === undefined ? [...exact, ...loose] : exact),
    register: present([...exact, ofOrder, ofAlias]),
    lock: ofAlias,
  }
}

/** The name under which the conversations of a relay address without more are found. */
export function aliasName(accountKey: Key, alias: string): string {
  return findingHash(accountKey, 'thread', `alias|${alias}`)
}

function present(names: readonly (string | undefined)[]): readonly string[] {
  return names.flatMap((name) => (name === undefined || name === '' ? [] : [name]))
}
