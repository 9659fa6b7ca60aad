import { relayAlias } from '../../model/relay-address.ts'
import { findingHash } from '../../seal/account-keys.ts'
import type { Key } from '../../seal/aead.ts'
import type { ThreadName } from '../../store/thread.ts'
import type { IncomingMessage } from './incoming-message.ts'

/** The hashes by which a mail's thread is looked for, and those by which its conversation is found later. */
export interface ThreadNames {
  /** Most exact first; the first that names a conversation it may join decides. */
  readonly lookUp: readonly ThreadName[]
  readonly register: readonly ThreadName[]
  /** Hash of its case, if it has one. */
  readonly caseHash: string | undefined
}

/**
 * Names of a thread, most exact first: case id, thread token, the mails it answers, alias and order, alias alone. A
 * conversation that only Amazon spoke in is found by its order. Never by how an order id begins.
 */
export function threadNames(accountKey: Key, message: IncomingMessage): ThreadNames {
  const { thread, relay } = message
  const name = (kind: ThreadName['kind'], text: string | undefined): readonly ThreadName[] =>
    text === undefined ? [] : [{ kind, hash: findingHash(accountKey, 'thread', text) }]
  const alias = relay && relayAlias(relay)
  const ofCase = name('case', thread.caseId && `case|${thread.caseId}`)
  const ofToken = name('token', thread.threadToken && `token|${thread.threadToken}`)
  const ofOrder = name('order', alias && thread.orderId && `order|${alias}|${thread.orderId}`)
  const ofAlias = name('alias', alias && `alias|${alias}`)
  const ofNotice = name('order', thread.orderId && `notice|${thread.orderId}`)
  const answered = thread.answers.flatMap((mailId) => name('mail', `mail|${mailId}`))
  const itself = name('mail', thread.mailId && `mail|${thread.mailId}`)
  return {
    lookUp: [...ofCase, ...ofToken, ...answered, ...ofOrder, ...ofAlias, ...ofNotice],
    register: [...ofCase, ...ofToken, ...itself, ...ofOrder, ...ofAlias, ...(relay ? [] : ofNotice)],
    caseHash: ofCase[0]?.hash,
  }
}

/** The name under which the newest conversation of a relay address is found. */
export function aliasName(accountKey: Key, alias: string): string {
  return findingHash(accountKey, 'thread', `alias|${alias}`)
}

/** The name by which a mail that answers one of ours finds the conversation. */
export function ownMailName(accountKey: Key, mailId: string): ThreadName {
  return { kind: 'mail', hash: findingHash(accountKey, 'thread', `mail|${mailId}`) }
}

/** The name by which a notice about a reply is known when the same mail comes again. */
export function noticeName(accountKey: Key, digest: string): ThreadName {
  return { kind: 'mail', hash: findingHash(accountKey, 'thread', `told|${digest}`) }
}
