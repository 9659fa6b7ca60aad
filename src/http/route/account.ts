import { z } from '@hono/zod-openapi'

import { Fault } from '../../base/fault.ts'
import { openAccount } from '../../flow/open-account.ts'
import { showMyAccount } from '../../flow/show-me.ts'
import { actorOf } from '../actor-of.ts'
import { newApp } from '../app-env.ts'
import { answer, body, declareRoute } from '../declare-route.ts'
import { created } from '../ok.ts'
import type { HttpParts } from '../parts.ts'
import { presentAccount } from '../present.ts'
import { AccountShape } from './shapes.ts'

const NAME_MAX_CHARACTERS = 80
const address = z.email('an e-mail address such as amazon@your-shop.example')

const NewAccountShape = z
  .object({
    name: z.string().trim().min(1).max(NAME_MAX_CHARACTERS),
    mailboxAddress: address,
    approvedSender: address,
  })
  .openapi('NewAccount')

const open = declareRoute('session', {
  method: 'post',
  path: '/accounts',
  summary: 'Open a seller account with its first mailbox',
  request: { body: body(NewAccountShape) },
  responses: { 201: answer(AccountShape, 'The account') },
})

/** Seller accounts. */
export function accountRoutes({ desk }: HttpParts) {
  return newApp().openapi(open, async (c) => {
    const actor = actorOf(c)
    const opened = await openAccount(desk, actor, c.req.valid('json'))
    if (!opened.ok) throw new Fault('thing.changed', { detail: 'mailboxAddress: this desk has it already' })
    const mine = await showMyAccount(desk, actor, opened.account.id)
    if (!mine) throw new Fault('thing.missing')
    return created(c, AccountShape, presentAccount(mine))
  })
}
