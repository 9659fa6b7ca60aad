import { approveSender } from '../../flow/sender/approve-sender.ts'
import { showSenders } from '../../flow/sender/show-senders.ts'
import type { ApprovedSender } from '../../model/approved-sender.ts'
import { actorOf } from '../actor-of.ts'
import { newApp } from '../app-env.ts'
import { answer, declareRoute } from '../declare-route.ts'
import { ok } from '../ok.ts'
import type { HttpParts } from '../parts.ts'
import { AccountPath, accountIdOf, SenderPath } from '../path-id.ts'
import { deny } from '../problem.ts'
import { SenderShape, SendersShape, type SenderView } from './sender-shapes.ts'

const list = declareRoute('account:read', {
  method: 'get',
  path: '/accounts/{account}/senders',
  summary: 'The addresses replies may leave from, and those Amazon takes no mail from',
  request: { params: AccountPath },
  responses: { 200: answer(SendersShape, 'The addresses, in the order of the alphabet') },
})

const approve = declareRoute('account:write', {
  method: 'post',
  path: '/accounts/{account}/senders/{address}/approve',
  summary: 'Say that Amazon takes mail from an address again; replies may leave from it at once',
  request: { params: SenderPath },
  responses: { 200: answer(SenderShape, 'The address as it is now') },
})

/** The addresses replies leave from. */
export function senderRoutes({ desk }: HttpParts) {
  return newApp()
    .openapi(list, async (c) => {
      const shown = await showSenders(desk, actorOf(c), { accountId: accountIdOf(c.req.valid('param')) })
      if ('ok' in shown) return deny(shown)
      return ok(c, SendersShape, { items: shown.map(presentSender) })
    })
    .openapi(approve, async (c) => {
      const path = c.req.valid('param')
      const wish = { accountId: accountIdOf(path), address: path.address }
      const approved = await approveSender(desk, actorOf(c), wish)
      return approved.ok ? ok(c, SenderShape, presentSender(approved.sender)) : deny(approved)
    })
}

function presentSender({ address, state, changedAt }: ApprovedSender): SenderView {
  return { address, state, changedAt: changedAt.toISOString() }
}
