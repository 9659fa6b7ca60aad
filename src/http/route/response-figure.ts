import { HOUR_MS } from '../../base/clock.ts'
import { showResponseFigure } from '../../flow/show-response-figure.ts'
import { actorOf } from '../actor-of.ts'
import { newApp } from '../app-env.ts'
import { answer, declareRoute } from '../declare-route.ts'
import { ok } from '../ok.ts'
import type { HttpParts } from '../parts.ts'
import { AccountPath, accountIdOf } from '../path-id.ts'
import { deny } from '../problem.ts'
import { ResponseFigureShape } from './figure-shapes.ts'
import { SourceShape } from './shapes.ts'

const show = declareRoute('account:read', {
  method: 'get',
  path: '/accounts/{account}/response-figure',
  summary: 'How many buyer messages were answered late or not at all, as Amazon counts them',
  request: { params: AccountPath },
  responses: { 200: answer(ResponseFigureShape, 'The figure in each window, reckoned now') },
})

/** The response figure. */
export function responseFigureRoutes({ desk }: HttpParts) {
  return newApp().openapi(show, async (c) => {
    const figure = await showResponseFigure(desk, actorOf(c), accountIdOf(c.req.valid('param')))
    if ('ok' in figure) return deny(figure)
    const { value, source } = desk.pack.limits.answerMs
    return ok(c, ResponseFigureShape, {
      now: figure.now.toISOString(),
      limitHours: value / HOUR_MS,
      source: SourceShape.parse(desk.pack.sources[source]),
      windows: figure.windows.map((window) => ({ ...window, lateShare: window.lateShare ?? null })),
    })
  })
}
