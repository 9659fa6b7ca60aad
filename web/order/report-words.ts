import type { ImportedReport } from '../api/order-reports.ts'

/** What came of a report, in words. */
export interface ReportWords {
  readonly title: string
  readonly dropped: string
  readonly skipped: string | undefined
}

/** Names at most this many columns. */
const NAMED_COLUMNS = 8

/** What a person reads once a report is in. */
export function reportWords({ orders, changed, lines, droppedColumns, skipped }: ImportedReport): ReportWords {
  return {
    title: `${counted(orders, 'order')} from ${counted(lines, 'line')}, ${changed === 0 ? 'none' : changed.toLocaleString()} of them new or changed`,
    dropped: droppedWords(droppedColumns),
    skipped: skipped.length === 0 ? undefined : `${counted(skipped.length, 'line')} could not be used.`,
  }
}

/** What keeps a file from being handed in; undefined when nothing does. */
export function fileFault(file: { readonly size: number }, maxBytes: number): string | undefined {
  if (file.size === 0) return 'The file is empty. Download the report again.'
  if (file.size <= maxBytes) return undefined
  return `The file is larger than ${Math.floor(maxBytes / 1_000_000)} MB. Ask Amazon for a report of fewer days.`
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
