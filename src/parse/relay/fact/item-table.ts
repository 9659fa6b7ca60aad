import { foldWords, relayWords } from '../../../policy/pack/relay-words.ts'
import { isAsin } from './asins.ts'

/** A table of items has at most so many columns and rows; what stands lower is not looked at. */
const COLUMNS_MAX = 30
const CELLS_MAX = 2_000
/** No ASIN stands nearer to the one above than this: a SKU and a quantity follow it, which may look like one. */
const CELLS_BETWEEN = 3

/** Amazon's order of columns: ASIN, SKU, quantity. */
const USUAL_QUANTITY_COLUMN = 2

/** One item of Amazon's table of a return or a refund. */
export interface ItemRow {
  readonly asin: string
  readonly quantity: number | undefined
}

/** Amazon's table of items and where its heads begin, a line of the text. */
export interface ItemTable {
  readonly firstLine: number
  readonly rows: readonly ItemRow[]
}

interface Cell {
  readonly text: string
  readonly line: number
}

/**
 * Reads the table of items from a notice's text, a cell a line or cells parted by tabs or bars. The column ASIN is
 * called so in every language; the others are found by their place beside it. Undefined without such a table.
 */
export function itemTable(text: string): ItemTable | undefined {
  const cells = cellsOf(text)
  const head = cells.findIndex((cell) => cell.text.toUpperCase() === 'ASIN')
  if (head < 0) return undefined
  const first = cells.findIndex((cell, index) => index > head && isAsin(cell.text))
  const columns = first - head
  if (first < 0 || columns > COLUMNS_MAX) return undefined
  const named = cells.slice(head, first).findIndex((cell) => isQuantityHead(cell.text))
  const quantity = named < 0 ? USUAL_QUANTITY_COLUMN : named
  return { firstLine: headLine(cells, head), rows: rowsOf(cells.slice(first), quantity) }
}

function cellsOf(text: string): readonly Cell[] {
  const lines = text.split('\n', CELLS_MAX)
  const cells = lines.flatMap((words, line) => words.split(/\t|\s\|\s/u).map((cell) => ({ text: cell.trim(), line })))
  return cells.filter((cell) => cell.text !== '')
}

function isQuantityHead(cell: string): boolean {
  const words = foldWords(cell)
  return relayWords().phrases.quantityLabel.some((label) => words.includes(label))
}

/** The column before ASIN is the item's title. */
function headLine(cells: readonly Cell[], head: number): number {
  return cells[head - 1]?.line ?? cells[head]?.line ?? 0
}

function rowsOf(cells: readonly Cell[], quantity: number): readonly ItemRow[] {
  const rows: ItemRow[] = []
  let next = 0
  for (const [index, { text }] of cells.entries()) {
    if (index < next || !isAsin(text)) continue
    rows.push({ asin: text, quantity: wholeNumber(cells[index + quantity]) })
    next = index + CELLS_BETWEEN
  }
  return rows
}

function wholeNumber(cell: Cell | undefined): number | undefined {
  return cell && /^\d{1,4}$/u.test(cell.text) ? Number(cell.text) : undefined
}
