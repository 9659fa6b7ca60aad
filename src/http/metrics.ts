import { Hono } from 'hono'

import type { MailFigures } from '../flow/measure-mail.ts'
import { metricsText } from './metrics-text.ts'

/**
 * `GET /metrics` for a Prometheus, on a listener of its own: numbers and ids, without a session. Answers 503 when the
 * database cannot be asked, and tells `failed`.
 */
export function createMetricsApp(parts: {
  readonly measure: () => Promise<MailFigures>
  readonly failed: (error: unknown) => void
}): Hono {
  const unknownShapes = neverFalling()
  const app = new Hono()
  app.get('/metrics', async (c) => {
    const figures = await parts.measure()
    const { type, text } = await metricsText(figures, unknownShapes(figures.unknownShapes))
    return c.body(text, 200, { 'content-type': type, 'cache-control': 'no-store' })
  })
  app.notFound((c) => c.text('the numbers are at /metrics\n', 404))
  app.onError((error, c) => {
    parts.failed(error)
    return c.text('the desk cannot be measured at the moment\n', 503)
  })
  return app
}

/** A counter may only grow, and mails that were set aside are destroyed: what goes is not taken off. */
function neverFalling(): (count: number) => number {
  let last = 0
  let counted = 0
  return (count) => {
    counted += Math.max(0, count - last)
    last = count
    return counted
  }
}
