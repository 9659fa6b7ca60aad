import type { Order } from '../../api/conversations.ts'
import { shortDayWords } from '../../clock/format.ts'
import { moneyWords } from './money-words.ts'

const SHIPPED_BY = { amazon: 'Shipped by Amazon', merchant: 'Shipped by you', unknown: undefined } as const

/** What is known of an order, in short pieces. Empty when only its number is known. */
export function orderWords(order: Order): readonly string[] {
  const { fulfilledBy, programmes, purchasedAt, shipByAt, latestDeliveryAt, total } = order
  return [
    SHIPPED_BY[fulfilledBy],
    programmes.join(', ') || undefined,
    purchasedAt === null ? undefined : `bought ${shortDayWords(purchasedAt)}`,
    shipByAt === null || fulfilledBy === 'amazon' ? undefined : `ship by ${shortDayWords(shipByAt)}`,
    latestDeliveryAt === null ? undefined : `delivery by ${shortDayWords(latestDeliveryAt)}`,
    total === null ? undefined : `total ${moneyWords(total)}`,
  ].filter((piece) => piece !== undefined)
}
