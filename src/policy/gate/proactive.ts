import { DAY_MS } from '../../base/clock.ts'
import type { Finding } from '../../model/finding.ts'
import { ORDER_ID } from '../../model/order.ts'
import type { PolicyPack, RuleId } from '../../model/policy-pack.ts'
import { findingOfWhole } from '../check/finding-of.ts'
import { findings } from '../detect/findings.ts'

/** Why a seller writes first. The first three are critical: they reach a buyer who opted out. */
export const PROACTIVE_REASONS = [
  'customisation',
  'delivery-scheduling',
  'address-problem',
  'order-problem',
  'invoice',
  'help',
  'review-request',
] as const
export type ProactiveReason = (typeof PROACTIVE_REASONS)[number]

/** A message that the seller starts, and what is known of its order and account at that moment. */
export interface ProactiveMessage {
  readonly text: string
  readonly reason: ProactiveReason
  readonly orderId: string
  /** When the order was completed; undefined as long as it is not. */
  readonly completedAt: Date | undefined
  readonly earliestDeliveryAt: Date | undefined
  readonly latestDeliveryAt: Date | undefined
  readonly hasOptedOut: boolean
  /** Requests for a review or feedback made for this order by any path. */
  readonly requestsMade: number
  readonly messagesToday: number
  readonly dailyOrders: number
}

const CRITICAL: readonly ProactiveReason[] = ['customisation', 'delivery-scheduling', 'address-problem']
const UNNEEDED_LENGTH = 400

/** The rules that only bind messages which a seller starts (OUT-030 to OUT-041); the rules of every text come besides. */
export function proactiveFindings(
  message: ProactiveMessage,
  { pack, now }: { readonly pack: PolicyPack; readonly now: Date },
): readonly Finding[] {
  const rules = [
    ...orderRules(message, pack, now),
    ...textRules(message),
    ...optOutRules(message),
    ...requestRules(message, pack, now),
    ...dailyRules(message, pack),
  ]
  return rules.map((rule) => findingOfWhole(pack, rule))
}

function orderRules({ text, orderId, completedAt }: ProactiveMessage, pack: PolicyPack, now: Date): readonly RuleId[] {
  const rules: RuleId[] = []
  const named: readonly string[] = text.match(new RegExp(ORDER_ID, 'gu')) ?? []
  if (!named.includes(orderId) || named.some((id) => id !== orderId)) rules.push('OUT-030')
  const isLate = completedAt !== undefined && now.getTime() > completedAt.getTime() + days(pack, 'proactiveDays')
  if (isLate) rules.push('OUT-031')
  return rules
}

/** Confirmations and mere thanks. A text with a question, an amount or a date says more than thanks. */
function textRules({ text, reason }: ProactiveMessage): readonly RuleId[] {
  const { intents, marks } = findings(text)
  const rules: RuleId[] = []
  if (intents.some(({ kind }) => kind === 'CONFIRM_ONLY')) rules.push('OUT-033')
  const says = marks('timeFrame', 'refund', 'nextStep', 'future').length > 0 || /[?？]/u.test(text)
  const isShort = text.length < UNNEEDED_LENGTH
  if (reason === 'help' && isShort && !says && marks('thanks').length > 0) rules.push('OUT-034')
  return rules
}

function optOutRules({ hasOptedOut, reason }: ProactiveMessage): readonly RuleId[] {
  if (!hasOptedOut || CRITICAL.includes(reason)) return []
  return reason === 'help' ? ['OUT-036', 'OUT-037'] : ['OUT-037']
}

function requestRules(message: ProactiveMessage, pack: PolicyPack, now: Date): readonly RuleId[] {
  if (message.reason !== 'review-request') return []
  const { earliestDeliveryAt, latestDeliveryAt, requestsMade } = message
  const rules: RuleId[] = []
  if (requestsMade > 0) rules.push('OUT-039')
  const isInWindow =
    earliestDeliveryAt !== undefined &&
    latestDeliveryAt !== undefined &&
    now.getTime() >= earliestDeliveryAt.getTime() + days(pack, 'requestFromDays') &&
    now.getTime() <= latestDeliveryAt.getTime() + days(pack, 'requestUntilDays')
  if (!isInWindow) rules.push('OUT-040')
  return rules
}

/** Held for a second person from the warning share on: the count of orders is an average, so the cap is no sharp line. */
function dailyRules({ messagesToday, dailyOrders }: ProactiveMessage, { limits }: PolicyPack): readonly RuleId[] {
  const cap = limits.messagesPerDailyOrder.value * dailyOrders + limits.messagesBesides.value
  return (messagesToday + 1) * 100 > cap * limits.messagesWarnPercent.value ? ['OUT-041'] : []
}

function days(pack: PolicyPack, limit: 'proactiveDays' | 'requestFromDays' | 'requestUntilDays'): number {
  return pack.limits[limit].value * DAY_MS
}
