import { DESK_PERSON } from '../model/ids.ts'
import { mintPersonScope } from '../policy/access/mint-scope.ts'
import { asPerson } from '../store/database.ts'
import { lockConversation } from '../store/conversation.ts'
import { listStuckReplies } from '../store/outbox-left.ts'
import { findReply } from '../store/outbox.ts'
import { endReply } from './end-reply.ts'
import { inAccount } from './in-account.ts'
import type { DeskParts } from './parts.ts'

const DESK = { personId: DESK_PERSON, tokenId: undefined }

/**
 * Makes `unknown` of every reply that a crash left in `sending` since before an instant; a person decides. Returns how
 * many. Nothing is ever sent again from here.
 */
export async function sweepReplies(parts: DeskParts, before: Date): Promise<number> {
  const scope = mintPersonScope(DESK_PERSON)
  const stuck = await asPerson(parts.db, DESK_PERSON, (tx) => listStuckReplies(tx, scope, before))
  let count = 0
  for (const { accountId, replyId } of stuck) {
    const swept = await inAccount(parts, DESK, { accountId, permission: 'reply:deliver' }, async (step) => {
      const found = await findReply(step.tx, step.scope, replyId)
      if (found) await lockConversation(step.tx, step.scope, found.conversationId)
      const reply = await findReply(step.tx, step.scope, replyId)
      return reply?.state === 'sending' ? endReply(step, reply, { to: 'unknown', reason: 'crash' }) : false
    })
    if (swept === true) count += 1
  }
  return count
}
