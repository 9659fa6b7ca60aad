import { DESK_PERSON } from '../model/ids.ts'
import { mintPersonScope } from '../policy/access/mint-scope.ts'
import { asPerson } from '../store/database.ts'
import { listOverdueReplies } from '../store/outbox-left.ts'
import { findReply, moveReply } from '../store/outbox.ts'
import { inAccount } from './in-account.ts'
import type { DeskParts } from './parts.ts'
import { record } from './record.ts'

const DESK = { personId: DESK_PERSON, tokenId: undefined }

/**
 * Gives a new job to every reply that should have left before an instant and is still queued, since its job gave up.
 * Returns how many. A second job is harmless: the first to come finds the row queued, the other does not.
 */
export async function requeueReplies(parts: DeskParts, before: Date): Promise<number> {
  const scope = mintPersonScope(DESK_PERSON)
  const overdue = await asPerson(parts.db, DESK_PERSON, (tx) => listOverdueReplies(tx, scope, before))
  let count = 0
  for (const { accountId, replyId } of overdue) {
    const requeued = await inAccount(parts, DESK, { accountId, permission: 'reply:deliver' }, async (step) => {
      const { tx, now } = step
      const move = { id: replyId, from: 'queued', to: 'queued', at: now, notBefore: now, reason: 'job-lost' } as const
      const reply = await findReply(tx, step.scope, replyId)
      if (!reply || !(await moveReply(tx, step.scope, move))) return false
      const { conversationId } = reply
      await parts.jobs.enqueue(tx, 'deliver-reply', { accountId, replyId }, now)
      await record(step, { event: 'reply.retried', object: `reply:${replyId}`, conversationId, codes: ['job-lost'] })
      return true
    })
    if (requeued === true) count += 1
  }
  return count
}
