import type { Order } from './order.ts'

/**
 * What is known of an order once a later source told of it too. What the later one does not know stays as it is known; a
 * mail changes nothing that a report told. Programmes only grow, since a report without a programme's column says nothing
 * of it.
 */
export function mergeOrders(known: Order, later: Order): Order {
  if (known.source === 'report' && later.source === 'mail') return mergeOrders(later, known)
  return {
    orderId: known.orderId,
    marketplaceId: later.marketplaceId ?? known.marketplaceId,
    fulfilledBy: later.fulfilledBy === 'unknown' ? known.fulfilledBy : later.fulfilledBy,
    purchasedAt: later.purchasedAt ?? known.purchasedAt,
    shipByAt: later.shipByAt ?? known.shipByAt,
    latestDeliveryAt: later.latestDeliveryAt ?? known.latestDeliveryAt,
    programmes: [...new Set([...known.programmes, ...later.programmes])].toSorted(),
    total: later.total ?? known.total,
    source: later.source,
  }
}
