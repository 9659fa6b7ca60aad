import type { Money } from '../../model/mail-facts.ts'
import { mergeOrders } from '../../model/merge-orders.ts'
import type { Order } from '../../model/order.ts'
import type { OrderLine } from './order-line.ts'

/** The orders of a report, put together from its lines: an order has one line an item, not always side by side. */
export class GatheredOrders {
  readonly #byId = new Map<string, Order>()
  /** Orders of which a part of the total could not be read: what is left of it is no total. */
  readonly #withoutTotal = new Set<string>()

  add({ order, price }: OrderLine): void {
    const { orderId } = order
    const known = this.#byId.get(orderId)
    const total = this.#total(orderId, known?.total, price)
    const said: Order = { ...order, total }
    this.#byId.set(orderId, known ? { ...mergeOrders(known, said), total } : said)
  }

  /** Each order once, in the order in which the report first names them. */
  orders(): readonly Order[] {
    return [...this.#byId.values()]
  }

  #total(orderId: string, sum: Money | undefined, price: OrderLine['price']): Money | undefined {
    if (price === 'none') return sum
    if (price === 'unread' || (sum && sum.currency !== price.currency)) this.#withoutTotal.add(orderId)
    if (price === 'unread' || this.#withoutTotal.has(orderId)) return undefined
    return sum ? { minor: sum.minor + price.minor, currency: sum.currency } : price
  }
}
