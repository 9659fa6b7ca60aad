import { after, DAY_MS } from '../../base/clock.ts'
import type { IntentKind } from '../../model/intent.ts'
import type { OrderFacts } from '../../model/order.ts'
import type { PolicyPack } from '../../model/policy-pack.ts'
import type { Redaction, SensitiveKind } from '../../model/redaction.ts'
import type { SafeText } from '../../model/text.ts'
import { findings } from '../detect/findings.ts'

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

/** What a person of the account has to see before anybody answers, the gravest first. */
const ALARM_ORDER = ['DANGER', 'PHISHING', 'EXTORTION', 'THREAT'] as const satisfies readonly IntentKind[]
type Alarm = (typeof ALARM_ORDER)[number]
const ALARMS: Readonly<Record<Alarm, string>> = {
  DANGER: 'The buyer tells of an injury, a fire, a lawyer or the press, and the owner has to know.',
  PHISHING: 'The message speaks as if it were Amazon and wants something; do not click, and report it.',
  EXTORTION: 'The buyer wants something for not leaving a bad review; answer calmly and report it.',
  THREAT: 'The buyer threatens, and somebody with experience should answer.',
}
const LEAVING: readonly IntentKind[] = ['MOVE_OFF', 'ASK_CONTACT', 'PAY_OUTSIDE']

/** The route of a buyer's message; `order` is undefined where none is known. Danger comes first, then privacy, then who has to act. */
export function route(message: RoutedMessage, order: OrderFacts | undefined, context: RouteContext): Route {
  const { pack, now } = context
  const intents = intentsOf(message)
  const alarm = ALARM_ORDER.find((kind) => intents.has(kind))
  if (alarm !== undefined) return { kind: 'escalate', reason: ALARMS[alarm] }
  if (has(message, SECRETS))
    return {
      kind: 'privacy-reminder',
      reason: 'The buyer sent data that nobody needs, and should be told not to send it.',
    }
  if (has(message, CONTACTS) || LEAVING.some((kind) => intents.has(kind)))
    return { kind: 'polite-refusal', reason: 'The buyer wants to talk elsewhere, and the talk has to stay on Amazon.' }
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

function intentsOf({ text, lang }: RoutedMessage): ReadonlySet<IntentKind> {
  return new Set(findings(text, lang === undefined ? {} : { lang }).intents.map(({ kind }) => kind))
}

function has(message: RoutedMessage, kinds: readonly SensitiveKind[]): boolean {
  return message.redactions.some(({ kind }) => kinds.includes(kind))
}

function isPastWindow(order: OrderFacts, pack: PolicyPack, now: Date): boolean {
  const delivered = order.latestDeliveryAt
  return delivered !== undefined && now > after(delivered, pack.limits.goodwillAfterDays.value * DAY_MS)
}
