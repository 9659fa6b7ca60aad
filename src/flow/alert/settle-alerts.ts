import type { Alert } from '../../model/alert.ts'
import type { ConversationId } from '../../model/ids.ts'
import type { ReplyState } from '../../model/reply.ts'
import type { ConversationClock, TriedReply } from '../../policy/deadline/conversation-clock.ts'
import { endAlerts, listOpenAlertsOf } from '../../store/alert.ts'
import type { Step } from '../in-account.ts'
import { type AlertWish, raiseAlerts, tell } from './raise-alerts.ts'
import { ALERTS_OF_CLOCKS, type AlertedClock } from './clocks-of.ts'

/** A conversation whose clocks were just reckoned. */
export interface Reckoned {
  readonly id: ConversationId
  readonly clock: ConversationClock
  readonly replies: readonly TriedReply[]
  readonly clocks: readonly AlertedClock[]
}

const TROUBLES = {
  bounced: 'reply-bounced',
  'opted-out': 'reply-opted-out',
  refused: 'reply-refused',
  held: 'reply-held',
  failed: 'reply-failed',
  unknown: 'reply-unknown',
} as const satisfies Partial<Record<ReplyState, Alert['kind']>>

/** Raises what a reply that did not reach its buyer gives cause for, and ends the alerts whose cause is gone. */
export async function settleAlerts(step: Step, reckoned: readonly Reckoned[]): Promise<void> {
  await raiseAlerts(step, reckoned.flatMap(troubles))
  const byId = new Map(reckoned.map((one) => [one.id, one]))
  const open = await listOpenAlertsOf(step.tx, step.scope, [...byId.keys()])
  const gone = open.filter((alert) => !stands(alert, alert.conversationId && byId.get(alert.conversationId)))
  const end = { ids: gone.map(({ id }) => id), at: step.now, by: 'settled' } as const
  await tell(step, 'alert.ended', await endAlerts(step.tx, step.scope, end))
}

/** The replies that went wrong while the message they answer still waits; of others nobody need be told. */
function troubles({ id, clock, replies }: Reckoned): readonly AlertWish[] {
  const wrong = replies.filter(isTrouble).filter((reply) => isMissed(reply, clock))
  return wrong.map((reply) => ({
    conversationId: id,
    kind: TROUBLES[reply.state],
    objectId: reply.id,
    dueAt: reply.changedAt,
  }))
}

function isMissed({ answers }: TriedReply, { answer }: ConversationClock): boolean {
  return answer.waiting.some((message) => message <= answers)
}

function isTrouble(reply: TriedReply): reply is TriedReply & { readonly state: keyof typeof TROUBLES } {
  return reply.state in TROUBLES
}

/** Whether an alert still has its cause. */
function stands(alert: Alert, reckoned: Reckoned | undefined): boolean {
  if (!reckoned || alert.kind === 'sender-refused') return true
  const { clock, replies, clocks } = reckoned
  const reply = replies.find(({ id }) => id === alert.objectId)
  if (alert.kind === 'copy-missing') return reply?.state === 'sent'
  if (isOfReply(alert.kind)) return reply !== undefined && isMissed(reply, clock) && kindOf(reply) === alert.kind
  return clocks.some((running) => isOf(alert, running))
}

function isOf(alert: Alert, { kind, objectId, dueAt }: AlertedClock): boolean {
  const { near, late } = ALERTS_OF_CLOCKS[kind]
  const isSame = objectId === alert.objectId && dueAt.getTime() === alert.dueAt.getTime()
  return isSame && (alert.kind === near || alert.kind === late)
}

function isOfReply(kind: Alert['kind']): boolean {
  return Object.values<Alert['kind']>(TROUBLES).includes(kind)
}

function kindOf(reply: TriedReply): Alert['kind'] | undefined {
  return isTrouble(reply) ? TROUBLES[reply.state] : undefined
}
