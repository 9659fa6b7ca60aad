import type { ImportedReport } from '../api/order-reports.ts'

/** What came of a report, in words. */
export interface ReportWords {
  readonly title: string
  readonly dropped: string
  readonly skipped: string | undefined
}

/** Why a line could not be read that is cut into another number of cells than the first one. */
const BADLY_CUT = 'cells'

const MEGABYTE = 1024 * 1024

/** Names at most this many columns. */
const NAMED_COLUMNS = 8

/** What a person reads once a report is in. */
export function reportWords({ orders, changed, lines, droppedColumns, skipped }: ImportedReport): ReportWords {
  return {
    title: `${counted(orders, 'order')} from ${counted(lines, 'line')}, ${changed === 0 ? 'none' : changed.toLocaleString()} of them new or changed`,
    dropped: droppedWords(droppedColumns),
    skipped:
      skipped.length === 0
        ? undefined
        : `${counted(skipped.length, 'place')} could not be read. The rest of those lines was taken where it names an order.`,
  }
}

/** One place that could not be read: its line, and what of it. */
export function placeWords({ line, why }: ImportedReport['skipped'][number]): string {
  return `Line ${line.toLocaleString()}: ${why === BADLY_CUT ? 'it has other columns than the first line' : why}`
}

/** What keeps a file from being handed in; undefined when nothing does. */
export function fileFault(file: { readonly size: number }, maxBytes: number): string | undefined {
  if (file.size === 0) return 'The file is empty. Download the report again.'
  if (file.size <= maxBytes) return undefined
  return `The file is larger than ${Math.floor(maxBytes / MEGABYTE)} MB. Ask Amazon for a report of fewer days.`
}

function droppedWords(columns: readonly string[]): string {
  if (columns.length === 0) return 'There was no column with personal data in it.'
  const named = columns.slice(0, NAMED_COLUMNS).join(', ')
  const more = columns.length > NAMED_COLUMNS ? ` and ${columns.length - NAMED_COLUMNS} more` : ''
  return `Personal and other columns were not read: ${named}${more}.`
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString()} ${noun}${count === 1 ? '' : 's'}`
}
