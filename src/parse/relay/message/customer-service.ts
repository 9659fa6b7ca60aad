import { foldWords, relayWords } from '../../../policy/pack/relay-words.ts'
import { labelledLines } from '../fact/labelled.ts'
import { orderIdIn } from '../fact/order-id.ts'
import { says } from '../phrase.ts'

/** Of the four things its mail names, so many tell customer service's mail in any language. */
const CUES_MIN = 3
/** Its mail is short; what stands lower is not looked at. */
const TEXT_MAX = 20_000

/** What a mail of Amazon's customer service says of the order it is about. */
export interface ServiceContact {
  readonly orderId: string | undefined
  /** It says in words that customer service, or a customer through it, asks. */
  readonly saysSo: boolean
}

/**
 * Reads a mail by which Amazon's customer service asks for a buyer: a list of order, item, reason and details. Undefined
 * when fewer than three of the four stand there.
 */
export function serviceContact(body: string): ServiceContact | undefined {
  const text = body.slice(0, TEXT_MAX)
  const lines = labelledLines(text)
  const { phrases } = relayWords()
  const words = foldWords(text)
  const order = lines.find(({ line }) => orderIdIn(line) !== undefined)
  const saysTeam = says(words, phrases.serviceTeam)
  const has = (labels: readonly string[]) => lines.some(({ label }) => labels.includes(label))
  const cues = [
    order !== undefined,
    has(phrases.itemLabel) || has(['asin']),
    has(phrases.reasonLabel),
    has(phrases.detailsLabel) || saysTeam,
  ]
  const saysSo = saysTeam || says(words, phrases.serviceContact)
  if (cues.filter(Boolean).length < CUES_MIN) return undefined
  return { orderId: order && orderIdIn(order.line), saysSo }
}
