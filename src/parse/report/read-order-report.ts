import { pipeline } from 'node:stream/promises'
import { setImmediate as nextTurn } from 'node:timers/promises'

import { CsvError, parse, type Parser } from 'csv-parse'

import { Fault } from '../../base/fault.ts'
import type { Order } from '../../model/order.ts'
import { columnOf, idCells, type OrderCells, type OrderColumn, shownName } from './columns.ts'
import { type Dialect, dialectOf } from './dialect.ts'
import { GatheredOrders } from './gathered-orders.ts'
import { readOrderLine } from './order-line.ts'
import { encodingOf, reportTexts } from './report-text.ts'

/** A year of a large seller is less; Amazon's own reports hold thirty days. */
export const REPORT_MAX_BYTES = 50 * 1024 * 1024
export const REPORT_MAX_LINES = 500_000
/** A line of Amazon's has some thousand characters; a quote that never ends would make one of the whole file. */
const LINE_MAX_CHARACTERS = 64_000
/** Whoever reads more than so many problems mends the file instead. */
const PROBLEMS_LISTED = 100

/**
 * What is wrong with one line: a column whose cell says nothing that is understood, or a line that is not cut as the
 * header is. Never what stands there.
 */
export interface LineProblem {
  readonly line: number
  readonly why: OrderColumn | 'cells'
}

export interface OrderReport {
  readonly orders: readonly Order[]
  /** Lines below the header. */
  readonly lines: number
  /** The first hundred problems. A line without the id of an order is passed over; of another all the rest is taken. */
  readonly problems: readonly LineProblem[]
  readonly keptColumns: readonly string[]
  readonly droppedColumns: readonly string[]
}

export type ReadReportOutcome =
  | ({ readonly kind: 'orders' } & OrderReport)
  /** The first line names no column with the id of an order. */
  | { readonly kind: 'no-report' }
  /** It cannot be cut into cells: up to this line a quote never ended, or the line is longer than any of Amazon's. */
  | { readonly kind: 'broken'; readonly line: number }

/**
 * Reads one of Amazon's order reports: a flat file or a CSV, in any of its encodings. Cells of columns that are not read
 * are dropped as the line is cut, before anything else sees them. Lets others have their turn after each slice. A Fault
 * `thing.too-large` beyond the limits.
 */
export async function readOrderReport(bytes: Uint8Array): Promise<ReadReportOutcome> {
  if (bytes.length > REPORT_MAX_BYTES) throw new Fault('thing.too-large', { detail: `${REPORT_MAX_BYTES} bytes` })
  const encoding = encodingOf(bytes)
  const dialect = dialectOf(firstLineOf(reportTexts(bytes, encoding)))
  if (!dialect) return { kind: 'no-report' }
  const reading = new Reading()
  const broken = await cut(reportTexts(bytes, encoding), reportParser(dialect, reading))
  if (broken !== undefined) return { kind: 'broken', line: broken }
  const names = dialect.names.filter((name) => name.trim() !== '')
  return {
    kind: 'orders',
    orders: reading.gathered.orders(),
    lines: reading.lines,
    problems: reading.problems,
    keptColumns: [...new Set(names.flatMap((name) => columnOf(name) ?? []))],
    droppedColumns: [...new Set(names.filter((name) => columnOf(name) === undefined).map(shownName))],
  }
}

/** What was read so far. */
class Reading {
  readonly gathered = new GatheredOrders()
  readonly problems: LineProblem[] = []
  lines = 0

  takeLine(cells: OrderCells, line: number): void {
    this.#count()
    const read = readOrderLine(cells)
    if (!read) return this.#tell({ line, why: cells['order-id'] === undefined ? 'amazon-order-id' : 'order-id' })
    this.gathered.add(read)
    for (const why of read.unread) this.#tell({ line, why })
  }

  /** A line with more cells than the header has some in wrong columns, so that nothing but its order is believed. */
  takeShifted(cells: OrderCells, line: number): void {
    this.#count()
    const read = readOrderLine(idCells(cells))
    if (read) this.gathered.add({ ...read, price: 'unread' })
    this.#tell({ line, why: 'cells' })
  }

  #count(): void {
    this.lines += 1
    if (this.lines > REPORT_MAX_LINES) throw new Fault('thing.too-large', { detail: `${REPORT_MAX_LINES} lines` })
  }

  #tell(problem: LineProblem): void {
    if (this.problems.length < PROBLEMS_LISTED) this.problems.push(problem)
  }
}

/** Cuts lines into the cells that are read and hands them on at once; nothing comes out of its other end. */
function reportParser({ separator, hasQuotes, names }: Dialect, reading: Reading): Parser {
  return parse<OrderCells, OrderCells>({
    columns: names.map((name) => columnOf(name) ?? false),
    from: 2,
    delimiter: separator,
    quote: hasQuotes ? '"' : null,
    relax_quotes: true,
    // Spreadsheets leave empty cells at a line's end out.
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LINE_MAX_CHARACTERS,
    on_record: (cells, { lines, error }) => {
      if (cellCount(error) > names.length) reading.takeShifted(cells, lines)
      else reading.takeLine(cells, lines)
      return null
    },
  })
}

/** Runs a report through its parser; the line at which it broke, or nothing when all was read. */
async function cut(texts: Iterable<string>, parser: Parser): Promise<number | undefined> {
  try {
    await pipeline(async function* () {
      for (const text of texts) {
        yield text
        await nextTurn()
      }
    }, parser)
    return undefined
  } catch (error) {
    // It holds the line itself, so that nothing but its number may go on.
    if (error instanceof CsvError) return lineOf(error)
    throw error
  }
}

/** How many cells a line has that has not as many as the header; 0 for one that has. */
function cellCount(error: CsvError | undefined): number {
  const cells: unknown = error?.['record']
  return Array.isArray(cells) ? cells.length : 0
}

function lineOf(error: CsvError | undefined): number {
  return typeof error?.['lines'] === 'number' ? error['lines'] : 0
}

function firstLineOf(texts: Iterable<string>): string {
  for (const text of texts) {
    const line = /^\s*([^\r\n]*)/u.exec(text)?.[1] ?? ''
    if (line !== '') return line
  }
  return ''
}
