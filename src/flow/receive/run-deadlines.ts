import { after } from '../../base/clock.ts'
import type { Deadline, DeadlineEnd, DeadlineKind } from '../../model/deadline.ts'
import { type DeadlineId, freshId } from '../../model/ids.ts'
import type { MessageTopic } from '../../model/message.ts'
import type { PolicyPack } from '../../model/policy-pack.ts'
import { claimAppealUntil, claimInformationDueAt } from '../../policy/deadline/claim-clock.ts'
import { returnClock } from '../../policy/deadline/return-clock.ts'
import { insertDeadlines, settleDeadlinesOf } from '../../store/deadline.ts'
import { findOrders } from '../../store/order-fact.ts'
import type { Step } from '../in-account.ts'
import { type Happening, recordAll } from '../record.ts'
import type { IncomingMessage } from './incoming-message.ts'
import type { PlacedMessage } from './placed-message.ts'

/** Which deadlines a notice ends. Only one that is verified ends any: a forged one would silence a deadline. */
const ENDS: Partial<Record<MessageTopic, { readonly kinds: readonly DeadlineKind[]; readonly by: DeadlineEnd }>> = {
  refund: { kinds: ['return', 'cancellation'], by: 'refund' },
  'claim-closed': { kinds: ['claim-request'], by: 'claim' },
}

/** Starts the deadlines that notices of Amazon's ask for, and ends those they settle. History runs none. */
export async function runDeadlines(step: Step, placed: readonly PlacedMessage[]): Promise<void> {
  const notices = placed.filter(({ message }) => message.kind === 'notice' && !message.isHistory)
  if (notices.length === 0) return
  await start(step, notices)
  for (const { message, thread } of notices) {
    const end = message.topic === undefined ? undefined : ENDS[message.topic]
    if (!end || message.authenticity !== 'verified') continue
    const ended = { ...end, conversationId: thread.id, at: message.at }
    await recordSettled(step, await settleDeadlinesOf(step.tx, step.scope, ended))
  }
}

async function start(step: Step, notices: readonly PlacedMessage[]): Promise<void> {
  const orders = await findOrders(step.tx, step.scope, orderIdsOf(notices))
  const started = notices.flatMap(({ id, message, thread }): readonly Omit<Deadline, 'settled'>[] => {
    const shipByAt = orders.get(thread.orderId ?? '')?.shipByAt
    const due = dueOf(message, { pack: step.parts.pack, shipByAt })
    if (!due) return []
    const deadlineId = freshId<DeadlineId>(step.parts.ids)
    return [{ ...due, id: deadlineId, conversationId: thread.id, messageId: id, startsAt: message.at }]
  })
  await insertDeadlines(step.tx, step.scope, started)
  await recordAll(
    step,
    started.map(({ id, kind, conversationId }) => ({
      event: 'deadline.started',
      object: `deadline:${id}`,
      conversationId,
      codes: [`kind:${kind}`],
    })),
  )
}

function orderIdsOf(notices: readonly PlacedMessage[]): readonly string[] {
  const cancelled = notices.filter(({ message }) => message.topic === 'cancellation')
  return cancelled.flatMap(({ thread }) => (thread.orderId === undefined ? [] : [thread.orderId]))
}

/** What a notice asks for, and until when. */
function dueOf(
  { topic, at, facts }: IncomingMessage,
  { pack, shipByAt }: { readonly pack: PolicyPack; readonly shipByAt: Date | undefined },
): { readonly kind: DeadlineKind; readonly dueAt: Date } | undefined {
  switch (topic) {
    case 'return-request':
      return { kind: 'return', dueAt: returnClock(at, pack).dueAt }
    case 'claim-opened':
      return { kind: 'claim-request', dueAt: claimInformationDueAt({ at, statedDueAt: facts.statedDueAt }, pack) }
    case 'claim-closed':
      return { kind: 'appeal', dueAt: claimAppealUntil(at, pack) }
    case 'cancellation':
      return { kind: 'cancellation', dueAt: shipByAt ?? after(at, pack.limits.answerMs.value) }
    case undefined:
    case 'customer-service':
    case 'opted-out':
    case 'other':
    case 'refund':
    case 'refused':
      return undefined
  }
}

/** The entries of deadlines that were ended. */
export async function recordSettled(step: Step, settled: readonly Deadline[]): Promise<void> {
  const happenings = settled.map(({ id, kind, conversationId, settled: end }): Happening => ({
    event: 'deadline.settled',
    object: `deadline:${id}`,
    conversationId,
    codes: [`kind:${kind}`, ...(end ? [`by:${end.by}`] : [])],
  }))
  await recordAll(step, happenings)
}
