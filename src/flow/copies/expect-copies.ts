import { after, MINUTE_MS } from '../../base/clock.ts'
import { DESK_PERSON, type ReplyId } from '../../model/ids.ts'
import { mintPersonScope } from '../../policy/access/mint-scope.ts'
import { announce } from '../../store/change.ts'
import { asReader } from '../../store/database.ts'
import { listMissedCopies, markCopyMissing } from '../../store/expected-copy.ts'
import { findReply } from '../../store/outbox.ts'
import { raiseAlerts } from '../alert/raise-alerts.ts'
import { inAccount, type Step } from '../in-account.ts'
import type { DeskParts } from '../parts.ts'

const DESK = { personId: DESK_PERSON, tokenId: undefined }

/** Amazon's copies come within minutes; after an hour one is not just late, and the buyer's day has most of its hours left. */
export const COPY_OVERDUE_MS = 60 * MINUTE_MS
/** So that a backlog does not hold up the sweep after it; the rest is told of a minute later. */
const REPLIES_A_SWEEP = 500

/**
 * Tells of every reply whose copy should have come and did not, once each. Only where a mailbox is known to get copies of
 * our own mails, and only of replies sent since then. The reply stays `sent` and its clock rests. Returns how many.
 */
export async function expectCopies(parts: DeskParts): Promise<number> {
  const sentBefore = after(parts.clock.now(), -COPY_OVERDUE_MS)
  const scope = mintPersonScope(DESK_PERSON)
  const missed = await asReader(parts.db, DESK_PERSON, (tx) =>
    listMissedCopies(tx, scope, { sentBefore, limit: REPLIES_A_SWEEP }),
  )
  let count = 0
  for (const { accountId, replyId } of missed) {
    const raised = await inAccount(parts, DESK, { accountId, permission: 'reply:deliver' }, (step) =>
      raise(step, replyId),
    )
    if (raised === true) count += 1
  }
  return count
}

async function raise(step: Step, id: ReplyId): Promise<boolean> {
  const { tx, scope, now } = step
  // Without the conversation's lock: the row itself says whether a copy came in between.
  if (!(await markCopyMissing(tx, scope, id, now))) return false
  const reply = await findReply(tx, scope, id)
  if (!reply?.sentAt) return false
  const { conversationId, sentAt } = reply
  const dueAt = after(sentAt, COPY_OVERDUE_MS)
  await raiseAlerts(step, [{ conversationId, kind: 'copy-missing', objectId: id, dueAt }])
  await announce(tx, scope, { type: 'reply', id, conversationId })
  return true
}
