import { asinsIn } from './asins.ts'
import { orderIdIn } from './order-id.ts'

/** Lines of greeting above the block, and the longest title of an item. */
const GREETING_LINES = 3
const LINE_MAX = 700
/** So many lines hold the largest order. */
const LINES_MAX = 500

const ORDER_ALONE = /^\s*(?:#|\p{L}[^\d\n]{0,40})[^\d\n]{0,4}[\d\p{Pd}]{17,21}\s*[:：]?\s*$/u

/** An item of the block: how many, a word or sign between, its title and its ASIN. */
const ITEM = /(?:^|[:：])\s*(\d{1,4})\s?(?:[/x×]|\p{L}{1,5}(?:\/\p{L}{1,5})?(?=\s))[^\n]*[[［]ASIN/u

/** What a message's order block says. */
export interface OrderBlock {
  /** Where the block ends in the text. */
  readonly end: number
  readonly orderId: string
}

/**
 * Amazon's block of order and items at the beginning of a message, below at most three lines of greeting. Only the
 * whole block counts, an order and an item with its ASIN: a bare order id may be the writer's own words.
 */
export function orderBlock(body: string): OrderBlock | undefined {
  let at = 0
  let end = 0
  let greeting = 0
  let orderId: string | undefined
  for (const line of body.split('\n', LINES_MAX)) {
    const kind = lineKind(line)
    if (kind.isOrder) orderId ??= orderIdIn(line)
    if (kind.isItem && orderId !== undefined) end = at + line.length
    else if (!kind.isOrder && line.trim() !== '') {
      if (orderId !== undefined || greeting === GREETING_LINES) break
      greeting += 1
    }
    at += line.length + 1
  }
  return orderId === undefined || end === 0 ? undefined : { end, orderId }
}

/** How many items an order block names in all; undefined when it names none. */
export function quantityOf(preamble: string): number | undefined {
  const lines = preamble.split('\n').filter((line) => line.length <= LINE_MAX)
  const counts = lines.flatMap((line) => ITEM.exec(line)?.[1] ?? [])
  return counts.length === 0 ? undefined : counts.reduce((sum, count) => sum + Number(count), 0)
}

/** An order is `# <order>:`, `Order ID <order>:` and the like, alone on its line or with its item behind it. */
function lineKind(line: string): { readonly isOrder: boolean; readonly isItem: boolean } {
  if (line.trim() === '' || line.length > LINE_MAX) return { isOrder: false, isItem: false }
  const isItem = asinsIn(line).length > 0
  const isOrder = orderIdIn(line) !== undefined && (isItem || ORDER_ALONE.test(line))
  return { isOrder, isItem }
}
