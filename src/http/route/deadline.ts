import { Fault } from '../../base/fault.ts'
import { settleDeadline } from '../../flow/settle-deadline.ts'
import { actorOf } from '../actor-of.ts'
import { newApp } from '../app-env.ts'
import { answer, declareRoute } from '../declare-route.ts'
import { ok } from '../ok.ts'
import type { HttpParts } from '../parts.ts'
import { accountIdOf, deadlineIdOf, DeadlinePath } from '../path-id.ts'
import { presentDeadline } from '../present-message.ts'
import { deny } from '../problem.ts'
import { DeadlineShape } from './message-shapes.ts'

const settle = declareRoute('deadline:settle', {
  method: 'post',
  path: '/accounts/{account}/deadlines/{deadline}/settle',
  summary: 'Say that what had to be done in time is done',
  request: { params: DeadlinePath },
  responses: { 200: answer(DeadlineShape, 'The deadline, settled') },
})

/** Deadlines besides the answer. */
export function deadlineRoutes({ desk }: HttpParts) {
  return newApp().openapi(settle, async (c) => {
    const path = c.req.valid('param')
    const wish = { accountId: accountIdOf(path), deadlineId: deadlineIdOf(path) }
    const settled = await settleDeadline(desk, actorOf(c), wish)
    if (settled.ok) return ok(c, DeadlineShape, presentDeadline(settled.deadline))
    if (settled.reason === 'settled') throw new Fault('thing.changed', { detail: 'the deadline is settled already' })
    return deny({ ...settled, reason: settled.reason })
  })
}
