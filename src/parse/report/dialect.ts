import { columnOf, ID_COLUMNS } from './columns.ts'

/** How the lines of a report are cut into cells. */
export interface Dialect {
  readonly separator: '\t' | ',' | ';'
  /** Amazon's flat files know no quotes: there a quote is a part of a product's name. */
  readonly hasQuotes: boolean
  /** The header as it stands there. */
  readonly names: readonly string[]
}

const SEPARATORS = ['\t', ',', ';'] as const

/** The dialect in which the first line is the header of an order report, or nothing when it is none in any. */
export function dialectOf(firstLine: string): Dialect | undefined {
  for (const separator of SEPARATORS) {
    const cells = firstLine.split(separator)
    const isQuoted = cells.some((cell) => /^\s*".*"\s*$/u.test(cell))
    const names = cells.map((cell) => (isQuoted ? unquoted(cell) : cell))
    const columns = names.map(columnOf)
    if (ID_COLUMNS.some((column) => columns.includes(column)))
      return { separator, hasQuotes: separator !== '\t' || isQuoted, names }
  }
  return undefined
}

function unquoted(cell: string): string {
  return cell.trim().replaceAll(/^"|"$/gu, '')
}
