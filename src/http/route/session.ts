import { z } from '@hono/zod-openapi'
import { deleteCookie, setCookie } from 'hono/cookie'

import { Fault } from '../../base/fault.ts'
import { endSession } from '../../flow/end-session.ts'
import { identify } from '../../flow/identify.ts'
import { makeToken } from '../../flow/make-token.ts'
import { SESSION_COOKIE, actorOf } from '../actor-of.ts'
import { newApp } from '../app-env.ts'
import { body, declareRoute } from '../declare-route.ts'
import type { HttpParts } from '../parts.ts'

const SESSION_SECONDS = 12 * 60 * 60

const TokenShape = z.object({ token: z.string().regex(/^[0-9a-f]{64}$/, 'a token has 64 hexadecimal characters') })

const begin = declareRoute('public', {
  method: 'post',
  path: '/session',
  summary: 'Exchange the token of a link for a browser session',
  request: { body: body(TokenShape) },
  responses: { 204: { description: 'The session cookie is set' } },
})

const end = declareRoute('session', {
  method: 'delete',
  path: '/session',
  summary: 'End the session',
  responses: { 204: { description: 'The session is over' } },
})

/** Beginning and ending a browser session. */
export function sessionRoutes({ desk, isHttps }: HttpParts) {
  return newApp()
    .openapi(begin, async (c) => {
      const actor = await identify(desk, c.req.valid('json').token)
      if (!actor) throw new Fault('session.missing')
      const token = await makeToken(desk, actor.personId, 'browser')
      setCookie(c, SESSION_COOKIE, token, {
        httpOnly: true,
        sameSite: 'Strict',
        secure: isHttps,
        path: '/',
        maxAge: SESSION_SECONDS,
      })
      return c.body(null, 204)
    })
    .openapi(end, async (c) => {
      await endSession(desk, actorOf(c))
      deleteCookie(c, SESSION_COOKIE, { path: '/' })
      return c.body(null, 204)
    })
}
