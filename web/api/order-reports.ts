import { call } from './client.ts'

/** Reading a large report takes the desk longer than other calls. */
const TIMEOUT_MS = 120_000

/** The desk takes no larger one. */
export const REPORT_MAX_BYTES = 25_000_000

/** What the desk took from an order report, and what it left at the door. */
export interface ImportedReport {
  readonly orders: number
  /** Of them, those the desk did not know as they are now. */
  readonly changed: number
  readonly lines: number
  readonly skipped: readonly { readonly line: number; readonly why: string }[]
  readonly keptColumns: readonly string[]
  readonly droppedColumns: readonly string[]
}

/** Hands a report in as it is: the desk alone decides which columns it reads. */
export async function importOrderReport(accountId: string, file: Blob): Promise<ImportedReport> {
  const path = `/accounts/${accountId}/order-reports`
  return await call<ImportedReport>({
    method: 'POST',
    path,
    raw: { file, type: 'text/plain' },
    timeoutMs: TIMEOUT_MS,
  })
}
