import type { Actor } from '../model/actor.ts'
import type { Draft } from '../model/draft.ts'
import type { AccountId, ConversationId } from '../model/ids.ts'
import { findConversation } from '../store/conversation.ts'
import { type Denied, MISSING, readInAccount } from './in-account.ts'
import type { DeskParts } from './parts.ts'
import { readDraft, standing } from './write-draft.ts'

/** What a person is writing in a conversation; the draft is undefined when there is none. */
export interface ShownDraft {
  readonly draft: Draft | undefined
  /** What the next save has to name. */
  readonly version: number
}

/** The person's own draft of a conversation. */
export async function showDraft(
  parts: DeskParts,
  actor: Actor,
  wish: { readonly accountId: AccountId; readonly conversationId: ConversationId },
): Promise<ShownDraft | Denied> {
  const right = { accountId: wish.accountId, permission: 'draft:write' } as const
  return readInAccount(parts, actor, right, async (step): Promise<ShownDraft | Denied> => {
    if (!(await findConversation(step.tx, step.scope, wish.conversationId))) return MISSING
    const known = await readDraft(step, wish.conversationId)
    return { draft: standing(known), version: known?.version ?? 0 }
  })
}
