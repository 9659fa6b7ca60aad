import { mergeOrders } from '../model/merge-orders.ts'
import type { Order, OrderFacts } from '../model/order.ts'
import { upsertOrders } from '../store/order-fact.ts'
import type { Step } from './in-account.ts'

/** What a mail of Amazon's says of its order. */
export interface OrderNote {
  readonly orderId: string
  readonly marketplaceId: string | undefined
  readonly fulfilledBy: OrderFacts['fulfilledBy'] | undefined
}

/**
 * Keeps what mails say of their orders, oldest mail first. A report's facts stay as they are; only what it does not know
 * is added. The caller answers for the mails: facts of a forged one would choose a wrong route.
 */
export async function noteOrderFacts(step: Step, notes: readonly OrderNote[]): Promise<void> {
  const orders = new Map<string, Order>()
  for (const note of notes) {
    const known = orders.get(note.orderId)
    const said = orderOf(note)
    orders.set(note.orderId, known ? mergeOrders(known, said) : said)
  }
  await upsertOrders(step.tx, step.scope, { orders: [...orders.values()], at: step.now })
}

function orderOf({ orderId, marketplaceId, fulfilledBy }: OrderNote): Order {
  return {
    orderId,
    marketplaceId,
    fulfilledBy: fulfilledBy ?? 'unknown',
    purchasedAt: undefined,
    shipByAt: undefined,
    latestDeliveryAt: undefined,
    programmes: [],
    total: undefined,
    source: 'mail',
  }
}
