/** The columns that carry what is added up to the total of an order. */
export const PRICE_COLUMNS = ['item-price', 'shipping-price', 'gift-wrap-price'] as const
export const TAX_COLUMNS = ['item-tax', 'shipping-tax', 'gift-wrap-tax'] as const
export const DISCOUNT_COLUMNS = ['item-promotion-discount', 'ship-promotion-discount'] as const

/**
 * The only columns that are read of Amazon's order reports, by Amazon's names. None holds anything of a buyer; every
 * other column, known or not, is left at the door.
 */
export const ORDER_COLUMNS = [
  'amazon-order-id',
  'order-id',
  'purchase-date',
  'promise-date',
  'latest-ship-date',
  'latest-delivery-date',
  'fulfillment-channel',
  'fulfilled-by',
  'sales-channel',
  'is-business-order',
  'is-prime',
  'is-premium-order',
  'easy-ship-shipment-status',
  'currency',
  ...PRICE_COLUMNS,
  ...TAX_COLUMNS,
  ...DISCOUNT_COLUMNS,
] as const
export type OrderColumn = (typeof ORDER_COLUMNS)[number]

/** The cells of one line, by the columns that are read; a column that the report lacks is not there. */
export type OrderCells = Readonly<Partial<Record<OrderColumn, string>>>

/** Columns that hold the order's id, of which a report has one. */
export const ID_COLUMNS = ['amazon-order-id', 'order-id'] as const satisfies readonly OrderColumn[]

/** Of the cells of a line, those that may hold its order's id. */
export function idCells(cells: OrderCells): OrderCells {
  return Object.fromEntries(ID_COLUMNS.flatMap((column) => (column in cells ? [[column, cells[column]]] : [])))
}

/** The column that a cell of the header names, however spreadsheets rewrote it, or nothing for one that is not read. */
export function columnOf(name: string): OrderColumn | undefined {
  const plain = plainName(name)
  return ORDER_COLUMNS.find((column) => column === plain)
}

const NAME_MAX_CHARACTERS = 40
const NAME = /^[a-z][a-z0-9-]*$/u
/** Stands for a header that is no name of a column, since it may be anything. */
const NAMELESS = 'another column'

/** A column's name as it may be shown: what has another shape than Amazon's names is not repeated. */
export function shownName(name: string): string {
  const plain = plainName(name)
  return plain.length <= NAME_MAX_CHARACTERS && NAME.test(plain) ? plain : NAMELESS
}

function plainName(name: string): string {
  return name.trim().toLowerCase().replaceAll(/[ _]/gu, '-')
}
