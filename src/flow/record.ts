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
  const subject = await subjectOf(step, happening.conversationId)
  await write(step.parts, step.tx, { scope: step.scope, now: step.now, subject, happening })
}

/** Adds an entry that belongs to no account, such as a session. */
export async function recordForPerson(
  parts: DeskParts,
  tx: Tx,
  entry: { readonly scope: PersonScope; readonly now: Date; readonly happening: Happening },
): Promise<void> {
  await write(parts, tx, { ...entry, subject: '' })
}

async function write(
  parts: Pick<DeskParts, 'epochs' | 'ids' | 'packHash'>,
  tx: Tx,
  entry: {
    readonly scope: AccountScope | PersonScope
    readonly now: Date
    readonly subject: string
    readonly happening: Happening
  },
): Promise<void> {
  const { scope, happening } = entry
  const actor = await findPerson(tx, scope.personId)
  if (!actor) throw new Fault('evidence.failed', { detail: `person ${scope.personId}` })
  const leaf = leafText({
    v: 1,
    at: entry.now.getTime(),
    event: happening.event,
    account: scope.__scope === 'account' ? scope.accountId : INSTALLATION,
    subject: entry.subject,
    actor: personPseudonym(parts.epochs, scope.personId, actor.pseudonymKey),
    object: happening.object,
    codes: happening.codes ?? [],
    pack: parts.packHash,
    pc: happening.body?.pc ?? '',
    cc: happening.body?.cc ?? '',
    key: happening.body?.key ?? '',
  })
  await insertEvidence(tx, scope, { id: parts.ids.next(), leaf })
}

/** The buyer's pseudonym; empty once the conversation's person key is gone, and for events without a buyer. */
async function subjectOf(step: Step, conversationId: ConversationId | undefined): Promise<string> {
  if (conversationId === undefined) return ''
  const key = (await step.vault.keysOf([conversationId])).get(conversationId)?.person
  return key ? pseudonym(key, `conversation|${conversationId}`) : ''
}

/** Id of the key a conversation's texts are sealed under, as entries name it. */
export function textKeyId(conversationId: ConversationId): string {
  return `conversation:${conversationId}:text`
}
