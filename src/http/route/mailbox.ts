import { z } from '@hono/zod-openapi'

import { Fault } from '../../base/fault.ts'
import { addMailbox, MAILBOXES_MAX } from '../../flow/mailbox/add-mailbox.ts'
import { changeMailbox } from '../../flow/mailbox/change-mailbox.ts'
import { removeSource } from '../../flow/mailbox/remove-source.ts'
import { setSource } from '../../flow/mailbox/set-source.ts'
import { showMailboxes } from '../../flow/mailbox/show-mailboxes.ts'
import { trySource } from '../../flow/mailbox/try-source.ts'
import { actorOf } from '../actor-of.ts'
import { newApp } from '../app-env.ts'
import { answer, body, declareRoute } from '../declare-route.ts'
import { created, ok } from '../ok.ts'
import type { HttpParts } from '../parts.ts'
import { AccountPath, accountIdOf, MailboxPath, mailboxIdOf } from '../path-id.ts'
import { presentMailbox, presentTrial } from '../present-mailbox.ts'
import { deny } from '../problem.ts'
import {
  MailboxChangeShape,
  MailboxShape,
  MailboxSourceShape,
  MailboxTrialShape,
  NewMailboxShape,
} from './mailbox-shapes.ts'

const MailboxesShape = z.object({ items: z.array(MailboxShape) }).openapi('Mailboxes')

const list = declareRoute('account:read', {
  method: 'get',
  path: '/accounts/{account}/mailboxes',
  summary: 'The mailboxes of an account: where each is fetched from, and how that goes',
  request: { params: AccountPath },
  responses: { 200: answer(MailboxesShape, 'The mailboxes, oldest first') },
})

const add = declareRoute('account:write', {
  method: 'post',
  path: '/accounts/{account}/mailboxes',
  summary: 'Add a mailbox; from then on the mail door takes mail for its address',
  request: { params: AccountPath, body: body(NewMailboxShape) },
  responses: { 201: answer(MailboxShape, 'The mailbox') },
})

const change = declareRoute('account:write', {
  method: 'patch',
  path: '/accounts/{account}/mailboxes/{mailbox}',
  summary: 'Change what holds for the mails of a mailbox; what is left out stays',
  request: { params: MailboxPath, body: body(MailboxChangeShape) },
  responses: { 200: answer(MailboxShape, 'The mailbox as it is now') },
})

const set = declareRoute('account:write', {
  method: 'put',
  path: '/accounts/{account}/mailboxes/{mailbox}/source',
  summary: 'Set where a mailbox is fetched from by IMAP; without a password the stored one stays',
  request: { params: MailboxPath, body: body(MailboxSourceShape) },
  responses: { 200: answer(MailboxShape, 'The mailbox as it is now') },
})

const remove = declareRoute('account:write', {
  method: 'delete',
  path: '/accounts/{account}/mailboxes/{mailbox}/source',
  summary: 'End the fetching of a mailbox and forget its password; what was fetched stays',
  request: { params: MailboxPath },
  responses: { 200: answer(MailboxShape, 'The mailbox as it is now') },
})

const attempt = declareRoute('account:write', {
  method: 'post',
  path: '/accounts/{account}/mailboxes/{mailbox}/try',
  summary: 'Connect, log in and open the folder, and say what is wrong; changes nothing',
  request: { params: MailboxPath, body: body(MailboxSourceShape) },
  responses: { 200: answer(MailboxTrialShape, 'What came of it') },
})

/** The mailboxes of an account. */
export function mailboxRoutes({ desk }: HttpParts) {
  return newApp()
    .openapi(list, async (c) => {
      const shown = await showMailboxes(desk, actorOf(c), { accountId: accountIdOf(c.req.valid('param')) })
      if ('ok' in shown) return deny(shown)
      return ok(c, MailboxesShape, { items: shown.map(presentMailbox) })
    })
    .openapi(add, async (c) => {
      const wish = { accountId: accountIdOf(c.req.valid('param')), ...c.req.valid('json') }
      const added = await addMailbox(desk, actorOf(c), wish)
      if (added.ok) return created(c, MailboxShape, presentMailbox(added.shown))
      if (added.reason === 'address-taken')
        throw new Fault('thing.changed', { detail: 'address: this desk has it already' })
      if (added.reason === 'too-many')
        throw new Fault('thing.too-large', { detail: `${MAILBOXES_MAX} mailboxes an account` })
      return deny({ ok: false, reason: added.reason })
    })
    .openapi(change, async (c) => {
      const { deadlinesFrom, ...wish } = c.req.valid('json')
      const changed = await changeMailbox(desk, actorOf(c), {
        ...mailboxOf(c.req.valid('param')),
        ...wish,
        deadlinesFrom: typeof deadlinesFrom === 'string' ? new Date(deadlinesFrom) : deadlinesFrom,
      })
      return changed.ok ? ok(c, MailboxShape, presentMailbox(changed.shown)) : deny(changed)
    })
    .openapi(set, async (c) => {
      const outcome = await setSource(desk, actorOf(c), {
        ...mailboxOf(c.req.valid('param')),
        ...withPassword(c.req.valid('json')),
      })
      if (outcome.ok) return ok(c, MailboxShape, presentMailbox(outcome.shown))
      if (outcome.reason === 'not-safe' || outcome.reason === 'password-needed')
        throw new Fault('request.invalid', { detail: REMEDIES[outcome.reason] })
      return deny({ ok: false, reason: outcome.reason })
    })
    .openapi(remove, async (c) => {
      const removed = await removeSource(desk, actorOf(c), mailboxOf(c.req.valid('param')))
      return removed.ok ? ok(c, MailboxShape, presentMailbox(removed.shown)) : deny(removed)
    })
    .openapi(attempt, async (c) => {
      const tried = await trySource(desk, actorOf(c), {
        ...mailboxOf(c.req.valid('param')),
        ...withPassword(c.req.valid('json')),
      })
      return 'ok' in tried ? deny(tried) : ok(c, MailboxTrialShape, presentTrial(tried.trial))
    })
}

const REMEDIES = {
  'not-safe': 'security: without TLS only a server on this machine itself is read; use tls or starttls',
  'password-needed': 'password: there is none stored for this server and user, so send it',
} as const

function mailboxOf(path: z.infer<typeof MailboxPath>) {
  return { accountId: accountIdOf(path), mailboxId: mailboxIdOf(path) }
}

function withPassword({ password, ...source }: z.infer<typeof MailboxSourceShape>) {
  return { ...source, password }
}
