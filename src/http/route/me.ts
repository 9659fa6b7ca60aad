import { SECOND_MS } from '../../base/clock.ts'
import { Fault } from '../../base/fault.ts'
import { showMe } from '../../flow/show-me.ts'
import { actorOf } from '../actor-of.ts'
import { newApp } from '../app-env.ts'
import { answer, declareRoute } from '../declare-route.ts'
import { ok } from '../ok.ts'
import type { HttpParts } from '../parts.ts'
import { presentAccount } from '../present.ts'
import { MeShape } from './shapes.ts'

const show = declareRoute('session', {
  method: 'get',
  path: '/me',
  summary: 'Who I am, my accounts, the policy pack in force',
  responses: { 200: answer(MeShape, 'Me') },
})

/** Who asks. */
export function meRoutes({ desk }: HttpParts) {
  return newApp().openapi(show, async (c) => {
    const me = await showMe(desk, actorOf(c))
    if (!me) throw new Fault('session.missing')
    return ok(c, MeShape, {
      person: { id: String(me.person.id), name: me.person.name },
      accounts: me.accounts.map(presentAccount),
      pack: { id: desk.pack.id, date: desk.pack.date },
      undoSeconds: Math.round(desk.undoMs / SECOND_MS),
    })
  })
}
