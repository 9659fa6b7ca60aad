import { z } from '@hono/zod-openapi'

/** An order report as it is: its bytes say by themselves how they are written. */
const OrderReportBody = z.string().openapi({ format: 'binary' })

/** The kinds a report is sent as; they say the same, and what it is tells its first line. */
export const ORDER_REPORT_CONTENT = {
  'text/plain': { schema: OrderReportBody },
  'text/tab-separated-values': { schema: OrderReportBody },
  'text/csv': { schema: OrderReportBody },
} as const

export const ImportedReportShape = z
  .object({
    kind: z.literal('orders'),
    orders: z.int(),
    /** Of them, those that the desk did not know so. */
    changed: z.int(),
    /** Lines below the header. */
    lines: z.int(),
    /** What could not be read: a column, or `cells` for a line cut unlike the header. A hundred at most. */
    skipped: z.array(z.object({ line: z.int(), why: z.string() })),
    keptColumns: z.array(z.string()),
    droppedColumns: z.array(z.string()),
  })
  .openapi('ImportedReport')
