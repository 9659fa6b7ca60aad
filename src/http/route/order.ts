import { bodyLimit } from 'hono/body-limit'

import { Fault } from '../../base/fault.ts'
import { importOrders, type ImportOrdersOutcome } from '../../flow/import-orders.ts'
import { REPORT_MAX_BYTES } from '../../parse/report/read-order-report.ts'
import { actorOf } from '../actor-of.ts'
import { newApp } from '../app-env.ts'
import { answer, declareRoute } from '../declare-route.ts'
import { ok } from '../ok.ts'
import type { HttpParts } from '../parts.ts'
import { AccountPath, accountIdOf } from '../path-id.ts'
import { deny } from '../problem.ts'
import { ImportedReportShape, ORDER_REPORT_CONTENT } from './order-shapes.ts'

/** Where reports come in, whose bodies are larger than any other and have a limit of their own. */
export const ORDER_REPORTS = /\/accounts\/\d+\/order-reports$/u

const report = declareRoute('order:write', {
  method: 'post',
  path: '/accounts/{account}/order-reports',
  summary: 'Take facts of orders from one of Amazon’s order reports; columns that tell of buyers are dropped unread',
  request: { params: AccountPath, body: { required: true, content: ORDER_REPORT_CONTENT } },
  // After the guard of the route, so that nobody unknown has so much read.
  middleware: bodyLimit({ maxSize: REPORT_MAX_BYTES, onError: tooLarge }),
  responses: { 200: answer(ImportedReportShape, 'What was taken, and what was not') },
})

/** Order reports of one account. */
export function orderRoutes({ desk }: HttpParts) {
  return newApp().openapi(report, async (c) => {
    const accountId = accountIdOf(c.req.valid('param'))
    const bytes = new Uint8Array(await c.req.arrayBuffer())
    const imported = await importOrders(desk, actorOf(c), { accountId, bytes })
    if (!imported.ok) return refuse(imported)
    const { report, changed } = imported
    return ok(c, ImportedReportShape, {
      kind: 'orders',
      orders: report.orders.length,
      changed,
      lines: report.lines,
      skipped: report.problems.map(({ line, why }) => ({ line, why })),
      keptColumns: [...report.keptColumns],
      droppedColumns: [...report.droppedColumns],
    })
  })
}

function refuse(refused: Exclude<ImportOrdersOutcome, { readonly ok: true }>): never {
  if (refused.reason === 'no-report')
    throw new Fault('request.invalid', { detail: 'body: its first line names no column amazon-order-id or order-id' })
  if (refused.reason === 'broken')
    throw new Fault('request.invalid', { detail: `body: line ${refused.line} cannot be cut into cells` })
  return deny(refused)
}

function tooLarge(): never {
  throw new Fault('thing.too-large', { detail: `${REPORT_MAX_BYTES} bytes` })
}
