import type { Actor } from '../model/actor.ts'
import type { AccountId, ReplyId } from '../model/ids.ts'
import type { ReplyState } from '../model/reply.ts'
import type { OwnText } from '../model/text.ts'
import { openOwnBody } from '../seal/sealed-body.ts'
import { findReply, listRepliesOfAccount, type ReplyRow } from '../store/outbox.ts'
import { type Denied, MISSING, readInAccount, type Step } from './in-account.ts'
import type { DeskParts } from './parts.ts'
import { replyPlace } from './places.ts'

/** A reply and its words; they are undefined once their key is gone. */
export interface ShownReply {
  readonly row: ReplyRow
  readonly text: OwnText | undefined
}

/** The newest replies of an account, in one state or in any, newest first; at most `limit`. */
export async function showReplies(
  parts: DeskParts,
  actor: Actor,
  wish: { readonly accountId: AccountId; readonly state: ReplyState | undefined; readonly limit: number },
): Promise<readonly ShownReply[] | Denied> {
  const right = { accountId: wish.accountId, permission: 'conversation:read' } as const
  return readInAccount(parts, actor, right, async (step): Promise<readonly ShownReply[]> => {
    return shown(step, await listRepliesOfAccount(step.tx, step.scope, wish))
  })
}

/** One reply, where it is and what it says. */
export async function showReply(
  parts: DeskParts,
  actor: Actor,
  wish: { readonly accountId: AccountId; readonly replyId: ReplyId },
): Promise<ShownReply | Denied> {
  const right = { accountId: wish.accountId, permission: 'conversation:read' } as const
  return readInAccount(parts, actor, right, async (step): Promise<ShownReply | Denied> => {
    const row = await findReply(step.tx, step.scope, wish.replyId)
    const [reply] = row ? await shown(step, [row]) : []
    return reply ?? MISSING
  })
}

async function shown({ scope, vault }: Step, rows: readonly ReplyRow[]): Promise<readonly ShownReply[]> {
  const keys = await vault.keysOf(rows.map(({ conversationId }) => conversationId))
  return rows.map((row) => {
    const key = keys.get(row.conversationId)?.text
    return { row, text: key && openOwnBody(key, replyPlace(scope.accountId, row.conversationId, row.id), row.body) }
  })
}
