import type { Money } from '../../model/mail-facts.ts'
import { type Order, ORDER_ID } from '../../model/order.ts'
import { marketplaceOfTld } from '../../policy/pack/marketplaces.ts'
import {
  DISCOUNT_COLUMNS,
  ID_COLUMNS,
  type OrderCells,
  type OrderColumn,
  PRICE_COLUMNS,
  TAX_COLUMNS,
} from './columns.ts'
import { readAmount, readFlag, readInstant } from './read-cell.ts'

/** What one line says of its order. `unread`: columns whose cell is not empty and says nothing that is understood. */
export interface OrderLine {
  readonly order: Omit<Order, 'total'>
  /** What the line adds to the total; `none` for a line without a price, such as a cancelled item. */
  readonly price: Money | 'none' | 'unread'
  readonly unread: readonly OrderColumn[]
}

/** Where the prices of a report come before tax. Elsewhere they hold it, and the tax columns only say how much it is. */
const TAX_ON_TOP: ReadonlySet<string> = new Set(['USD', 'CAD'])

/** Reads one line of a report; nothing when it has no id of an order at Amazon. */
export function readOrderLine(cells: OrderCells): OrderLine | undefined {
  const orderId = orderIdOf(cells)
  if (orderId === undefined) return undefined
  const unread: OrderColumn[] = []
  const instant = (column: OrderColumn) => understood(cells, unread, { column, read: readInstant })
  const promisedAt = instant('promise-date')
  const order = {
    orderId,
    marketplaceId: marketplaceOfChannel(cells['sales-channel']),
    fulfilledBy: fulfilledBy(cells),
    purchasedAt: instant('purchase-date'),
    shipByAt: instant('latest-ship-date') ?? promisedAt,
    latestDeliveryAt: instant('latest-delivery-date'),
    programmes: programmesOf(cells),
    source: 'report',
  } as const
  return { order, price: priceOf(cells, unread), unread }
}

function orderIdOf(cells: OrderCells): string | undefined {
  for (const column of ID_COLUMNS) {
    const id = cells[column]?.trim() ?? ''
    if (ORDER_ID.exec(id)?.[0] === id && id !== '') return id
  }
  return undefined
}

function understood<T>(
  cells: OrderCells,
  unread: OrderColumn[],
  { column, read }: { readonly column: OrderColumn; readonly read: (cell: string) => T | undefined },
): T | undefined {
  const cell = cells[column]?.trim() ?? ''
  if (cell === '') return undefined
  const value = read(cell)
  if (value === undefined) unread.push(column)
  return value
}

function marketplaceOfChannel(channel: string | undefined): string | undefined {
  const tld = /^(?:www\.)?amazon\.([a-z.]+)$/iu.exec(channel?.trim() ?? '')?.[1]
  return tld === undefined ? undefined : marketplaceOfTld(tld.toLowerCase())?.id
}

/** A report without a channel that says by when to ship lists what the seller has to ship. */
function fulfilledBy(cells: OrderCells): Order['fulfilledBy'] {
  const channel = cells['fulfillment-channel']?.trim() ?? ''
  if (/^(?:afn|amazon(?:[ _-]\w+)?)$/iu.test(channel)) return 'amazon'
  if (/^(?:mfn|merchant|seller|default)$/iu.test(channel)) return 'merchant'
  const isToShip = cells['promise-date'] !== undefined || cells['latest-ship-date'] !== undefined
  return channel === '' && cells['fulfillment-channel'] === undefined && isToShip ? 'merchant' : 'unknown'
}

function programmesOf(cells: OrderCells): readonly string[] {
  const isEasyShip = /^easy[ _-]?ship$/iu.test(cells['fulfilled-by']?.trim() ?? '')
  const programmes = {
    BUSINESS: readFlag(cells['is-business-order']),
    EASY_SHIP: isEasyShip || (cells['easy-ship-shipment-status']?.trim() ?? '') !== '',
    PREMIUM: readFlag(cells['is-premium-order']),
    PRIME: readFlag(cells['is-prime']),
  }
  return Object.entries(programmes).flatMap(([name, isIn]) => (isIn ? [name] : []))
}

function priceOf(cells: OrderCells, unread: OrderColumn[]): OrderLine['price'] {
  if ((cells['item-price']?.trim() ?? '') === '') return 'none'
  const unreadBefore = unread.length
  const currency = understood(cells, unread, { column: 'currency', read: readCurrency })
  if (currency === undefined) return 'unread'
  const amount = (column: OrderColumn): number =>
    understood(cells, unread, { column, read: (cell) => readAmount(cell, currency) }) ?? 0
  let minor = 0
  for (const column of PRICE_COLUMNS) minor += amount(column)
  if (TAX_ON_TOP.has(currency)) for (const column of TAX_COLUMNS) minor += amount(column)
  // Some reports write a discount with a minus and some without; it always comes off.
  for (const column of DISCOUNT_COLUMNS) minor -= Math.abs(amount(column))
  return unread.length === unreadBefore ? { minor, currency } : 'unread'
}

function readCurrency(cell: string): string | undefined {
  return /^[A-Z]{3}$/u.test(cell) ? cell : undefined
}
