import { after, DAY_MS } from '../../base/clock.ts'
import { freshId, type ConversationId } from '../../model/ids.ts'
import { type ConversationRow, lockConversations, newestOfOrders } from '../../store/conversation.ts'
import { findCases, findThreads, type ThreadName } from '../../store/thread.ts'
import type { Step } from '../in-account.ts'
import type { IncomingMessage } from './incoming-message.ts'
import { type ThreadNames, threadNames } from './thread-names.ts'

/** A conversation as the mails of one batch find and leave it. */
export interface Thread {
  readonly id: ConversationId
  /** Undefined while it is not written yet. */
  readonly row: ConversationRow | undefined
  readonly cases: Set<string>
  orderId: string | undefined
  lastMessageAt: Date
  /** The newest of the batch; undefined until one joins. */
  newest: IncomingMessage | undefined
  /** The newest of a buyer. */
  newestOfBuyer: IncomingMessage | undefined
  hasRedactions: boolean
}

/** The threads that the mails of one batch belong to: known ones, locked, and those the batch opens. */
export class ThreadBook {
  readonly #step: Step
  readonly #names: ReadonlyMap<IncomingMessage, ThreadNames>
  readonly #byHash: Map<string, ConversationId>
  readonly #byOrder: Map<string, ConversationId>
  readonly #threads: Map<ConversationId, Thread>
  readonly #newNames = new Map<string, ThreadName & { readonly conversationId: ConversationId }>()

  private constructor(step: Step, names: ReadonlyMap<IncomingMessage, ThreadNames>, found: Found) {
    this.#step = step
    this.#names = names
    this.#byHash = found.byHash
    this.#byOrder = found.byOrder
    this.#threads = found.threads
  }

  /** Looks up all that these messages may join, in a fixed number of statements, and locks it. */
  static async open(step: Step, messages: readonly IncomingMessage[]): Promise<ThreadBook> {
    const accountKey = await step.vault.accountKey()
    const names = new Map(messages.map((message) => [message, threadNames(accountKey, message)]))
    return new ThreadBook(step, names, await find(step, messages, names))
  }

  /** The thread of a message; a new one when it joins none. Remembers the message's names for those after it. */
  threadOf(message: IncomingMessage): Thread {
    const names = this.#names.get(message)
    const thread = this.#joined(message, names) ?? this.#opened(message)
    for (const name of names?.register ?? []) this.#register(name, thread.id)
    if (names?.caseHash !== undefined) thread.cases.add(names.caseHash)
    if (message.thread.orderId !== undefined) this.#byOrder.set(message.thread.orderId, thread.id)
    join(thread, message)
    return thread
  }

  /** Every thread a message of this batch joined or opened. */
  touched(): readonly Thread[] {
    return [...this.#threads.values()].filter(({ newest }) => newest !== undefined)
  }

  /** The names to be written. */
  newNames(): readonly (ThreadName & { readonly conversationId: ConversationId })[] {
    return [...this.#newNames.values()]
  }

  #joined(message: IncomingMessage, names: ThreadNames | undefined): Thread | undefined {
    const { orderId } = message.thread
    const ofOrder = message.relay === undefined && orderId !== undefined ? this.#byOrder.get(orderId) : undefined
    if (ofOrder !== undefined) return this.#threads.get(ofOrder)
    for (const name of names?.lookUp ?? []) {
      const thread = this.#threads.get(this.#byHash.get(name.hash) ?? NOWHERE)
      if (thread && this.#mayJoin(thread, message, { kind: name.kind, caseHash: names?.caseHash })) return thread
    }
    return undefined
  }

  /** Two cases are two conversations, whatever else is equal. By its alias alone a mail joins what is recent only. */
  #mayJoin(
    thread: Thread,
    message: IncomingMessage,
    by: { readonly kind: ThreadName['kind']; readonly caseHash: string | undefined },
  ): boolean {
    if (by.caseHash !== undefined && thread.cases.size > 0 && !thread.cases.has(by.caseHash)) return false
    if (by.kind !== 'alias') return true
    const { orderId } = message.thread
    if (orderId !== undefined && thread.orderId !== undefined && orderId !== thread.orderId) return false
    const spanMs = this.#step.parts.pack.limits.aliasThreadDays.value * DAY_MS
    return message.at <= after(thread.lastMessageAt, spanMs)
  }

  #opened(message: IncomingMessage): Thread {
    const thread: Thread = {
      id: freshId<ConversationId>(this.#step.parts.ids),
      row: undefined,
      cases: new Set(),
      orderId: message.thread.orderId,
      lastMessageAt: message.at,
      newest: undefined,
      newestOfBuyer: undefined,
      hasRedactions: false,
    }
    this.#threads.set(thread.id, thread)
    return thread
  }

  /** As the table does it: a name keeps its meaning, but an alias names the newest conversation. */
  #register(name: ThreadName, conversationId: ConversationId): void {
    const known = this.#byHash.get(name.hash)
    if (known !== undefined && (name.kind !== 'alias' || known === conversationId)) return
    this.#byHash.set(name.hash, conversationId)
    this.#newNames.set(name.hash, { ...name, conversationId })
  }
}

/** No conversation has this id. */
const NOWHERE = 0 as ConversationId // proof: ids are positive, so it finds nothing

interface Found {
  readonly byHash: Map<string, ConversationId>
  readonly byOrder: Map<string, ConversationId>
  readonly threads: Map<ConversationId, Thread>
}

async function find(
  { tx, scope }: Step,
  messages: readonly IncomingMessage[],
  names: ReadonlyMap<IncomingMessage, ThreadNames>,
): Promise<Found> {
  const hashes = new Set([...names.values()].flatMap(({ lookUp, register }) => [...lookUp, ...register]).map(hashOf))
  const byHash = new Map(await findThreads(tx, scope, [...hashes]))
  const orders = messages.flatMap(({ relay, thread }) =>
    relay === undefined && thread.orderId ? [thread.orderId] : [],
  )
  const byOrder = new Map(await newestOfOrders(tx, scope, [...new Set(orders)]))
  const ids = [...new Set([...byHash.values(), ...byOrder.values()])]
  const rows = await lockConversations(tx, scope, ids)
  const cases = await findCases(tx, scope, ids)
  const threads = new Map(rows.map((row) => [row.id, known(row, cases.get(row.id) ?? [])]))
  return { byHash, byOrder, threads }
}

function hashOf({ hash }: ThreadName): string {
  return hash
}

function known(row: ConversationRow, cases: readonly string[]): Thread {
  const { id, orderId, lastMessageAt, hasRedactions } = row
  return {
    id,
    row,
    cases: new Set(cases),
    orderId,
    lastMessageAt,
    newest: undefined,
    newestOfBuyer: undefined,
    hasRedactions,
  }
}

function join(thread: Thread, message: IncomingMessage): void {
  thread.newest = message
  if (message.relay !== undefined) thread.newestOfBuyer = message
  thread.orderId ??= message.thread.orderId
  if (message.at > thread.lastMessageAt) thread.lastMessageAt = message.at
  thread.hasRedactions ||= message.redactions.length > 0
}
