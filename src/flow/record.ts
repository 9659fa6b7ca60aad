import { Fault } from '../base/fault.ts'
import { leafText } from '../evidence/leaf.ts'
import type { EventCode } from '../model/evidence-leaf.ts'
import type { ConversationId } from '../model/ids.ts'
import type { AccountScope, PersonScope } from '../model/scope.ts'
import { pseudonym } from '../seal/account-keys.ts'
import { personPseudonym } from '../seal/person-keys.ts'
import type { Tx } from '../store/database.ts'
import { INSTALLATION, insertEvidence } from '../store/evidence.ts'
import { findPerson } from '../store/person.ts'
import type { Step } from './in-account.ts'
import type { DeskParts } from './parts.ts'
import type { ConversationKeys } from './vault.ts'

/** What happened. `body` names the ciphertext the entry commits to; `codes` are rule ids or reason codes. */
export interface Happening {
  readonly event: EventCode
  readonly object: string
  readonly conversationId?: ConversationId
  readonly codes?: readonly string[]
  readonly body?: { readonly pc: string; readonly cc: string; readonly key: string }
}

/** Adds the entry of a change in an account to the log, in the same transaction: the two stand or fall together. */
export async function record(step: Step, happening: Happening): Promise<void> {
  await recordAll(step, [happening])
}

/** As `record`, for several changes at once, in their order. */
export async function recordAll(step: Step, happenings: readonly Happening[]): Promise<void> {
  const { parts, tx, scope, now, vault } = step
  const concerned = happenings.flatMap(({ conversationId }) => (conversationId === undefined ? [] : [conversationId]))
  const keys = await vault.keysOf(concerned)
  const entries = happenings.map((happening) => ({ happening, subject: subjectOf(keys, happening.conversationId) }))
  await write(parts, tx, { scope, now, entries })
}

/** Adds an entry that belongs to no account, such as a session. */
export async function recordForPerson(
  parts: DeskParts,
  tx: Tx,
  entry: { readonly scope: PersonScope; readonly now: Date; readonly happening: Happening },
): Promise<void> {
  const { scope, now, happening } = entry
  await write(parts, tx, { scope, now, entries: [{ happening, subject: '' }] })
}

async function write(
  parts: Pick<DeskParts, 'epochs' | 'ids' | 'packHash'>,
  tx: Tx,
  log: {
    readonly scope: AccountScope | PersonScope
    readonly now: Date
    readonly entries: readonly { readonly subject: string; readonly happening: Happening }[]
  },
): Promise<void> {
  const { scope, now, entries } = log
  const actor = await findPerson(tx, scope.personId)
  if (!actor) throw new Fault('evidence.failed', { detail: `person ${scope.personId}` })
  const common = {
    v: 1,
    at: now.getTime(),
    account: scope.__scope === 'account' ? scope.accountId : INSTALLATION,
    actor: personPseudonym(parts.epochs, scope.personId, actor.pseudonymKey),
    pack: parts.packHash,
  } as const
  const leaves = entries.map(({ subject, happening }) => ({
    id: parts.ids.next(),
    leaf: leafText({
      ...common,
      event: happening.event,
      subject,
      object: happening.object,
      codes: happening.codes ?? [],
      pc: happening.body?.pc ?? '',
      cc: happening.body?.cc ?? '',
      key: happening.body?.key ?? '',
    }),
  }))
  await insertEvidence(tx, scope, leaves)
}

/** The buyer's pseudonym; empty once the conversation's person key is gone, and for events without a buyer. */
function subjectOf(
  keys: ReadonlyMap<ConversationId, ConversationKeys>,
  conversationId: ConversationId | undefined,
): string {
  const key = conversationId === undefined ? undefined : keys.get(conversationId)?.person
  return key ? pseudonym(key, `conversation|${conversationId}`) : ''
}

/** Id of the key a conversation's texts are sealed under, as entries name it. */
export function textKeyId(conversationId: ConversationId): string {
  return `conversation:${conversationId}:text`
}
