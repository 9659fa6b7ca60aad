import type { ImportedReportShape } from '../../src/http/route/order-shapes.ts'
import { call } from './client.ts'

/** Reading a large report takes the desk longer than other calls. */
const TIMEOUT_MS = 120_000

/** The desk takes no larger one. */
export const REPORT_MAX_BYTES = 50 * 1024 * 1024

/** What the desk took from an order report, and what it left at the door. */
export type ImportedReport = ReturnType<typeof ImportedReportShape.parse>

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
