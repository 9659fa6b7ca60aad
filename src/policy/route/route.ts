import { after, DAY_MS } from '../../base/clock.ts'
import type { OrderFacts } from '../../model/order.ts'
import type { PolicyPack } from '../../model/policy-pack.ts'
import type { Redaction, SensitiveKind } from '../../model/redaction.ts'
import type { SafeText } from '../../model/text.ts'

/** What should happen with a conversation, and why in one sentence. */
export type Route =
  | { readonly kind: 'redirect-to-amazon'; readonly reason: string }
  | { readonly kind: 'goodwill-refund'; readonly reason: string }
  | { readonly kind: 'polite-refusal'; readonly reason: string }
  | { readonly kind: 'privacy-reminder'; readonly reason: string }
  | { readonly kind: 'escalate'; readonly reason: string }
  | { readonly kind: 'plain-answer'; readonly reason: string }

/** A buyer's message as the route sees it. */
export interface RoutedMessage {
  readonly text: SafeText
  readonly redactions: readonly Redaction[]
  /** BCP 47, a hint only. */
  readonly lang?: string
}

export interface RouteContext {
  readonly pack: PolicyPack
  readonly now: Date
}

const SECRETS: readonly SensitiveKind[] = ['CARD', 'IBAN', 'BANK', 'SSN', 'NATIONAL_ID', 'CREDENTIAL', 'HEALTH']
const CONTACTS: readonly SensitiveKind[] = ['EMAIL', 'PHONE', 'HANDLE']

/** The route of a buyer's message; `order` is undefined where none is known. Privacy comes first, then who has to act. */
export function route(message: RoutedMessage, order: OrderFacts | undefined, context: RouteContext): Route {
  const { pack, now } = context
  if (has(message, SECRETS))
    return {
      kind: 'privacy-reminder',
      reason: 'The buyer sent data that nobody needs, and should be told not to send it.',
    }
  if (has(message, CONTACTS))
    return { kind: 'polite-refusal', reason: 'The buyer sent contact data, and the talk has to stay on Amazon.' }
  if (order?.fulfilledBy === 'amazon')
    return {
      kind: 'redirect-to-amazon',
      reason: 'Amazon shipped this order, so its customer service handles delivery and returns.',
    }
  if (order?.fulfilledBy === 'merchant' && isPastWindow(order, pack, now))
    return {
      kind: 'goodwill-refund',
      reason: `The latest delivery was more than ${pack.limits.goodwillAfterDays.value} days ago, so a refund would be goodwill.`,
    }
  return { kind: 'plain-answer', reason: 'Nothing calls for more than an answer.' }
}

function has(message: RoutedMessage, kinds: readonly SensitiveKind[]): boolean {
  return message.redactions.some(({ kind }) => kinds.includes(kind))
}

function isPastWindow(order: OrderFacts, pack: PolicyPack, now: Date): boolean {
  const delivered = order.latestDeliveryAt
  return delivered !== undefined && now > after(delivered, pack.limits.goodwillAfterDays.value * DAY_MS)
}
