import type { Actor } from '../../model/actor.ts'
import type { AccountId, ConversationId } from '../../model/ids.ts'
import { type ConversationRow, lockConversation } from '../../store/conversation.ts'
import { type Denied, inAccount, MISSING, type Step } from '../in-account.ts'
import type { DeskParts } from '../parts.ts'
import { reckonClock } from '../reckon-clock.ts'

/** A conversation as the person looked at it. */
export interface SeenConversation {
  readonly accountId: AccountId
  readonly conversationId: ConversationId
  readonly version: number
}

/** `changed`: something happened in the conversation since it was looked at, such as a message or an answer. */
export type ChangeAnswerOutcome<Nothing extends string> =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'changed'; readonly version: number }
  | { readonly ok: false; readonly reason: Nothing }
  | Denied

/**
 * Changes what is owed to a buyer, with the conversation locked and as the person saw it, and reckons its clocks anew.
 * `change` answers why there was nothing to change, and nothing is reckoned then.
 */
export async function changeAnswer<Nothing extends string>(
  parts: DeskParts,
  actor: Actor,
  seen: SeenConversation,
  change: (step: Step, conversation: ConversationRow) => Promise<Nothing | undefined>,
): Promise<ChangeAnswerOutcome<Nothing>> {
  const right = { accountId: seen.accountId, permission: 'deadline:settle' } as const
  return inAccount(parts, actor, right, async (step): Promise<ChangeAnswerOutcome<Nothing>> => {
    const conversation = await lockConversation(step.tx, step.scope, seen.conversationId)
    if (!conversation) return MISSING
    if (conversation.version !== seen.version) return { ok: false, reason: 'changed', version: conversation.version }
    const nothing = await change(step, conversation)
    if (nothing !== undefined) return { ok: false, reason: nothing }
    await reckonClock(step, seen.conversationId)
    return { ok: true }
  })
}
