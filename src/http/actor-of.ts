import type { Context, MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'

import { Fault } from '../base/fault.ts'
import type { Actor } from '../model/actor.ts'
import type { AppEnv } from './app-env.ts'

export const SESSION_COOKIE = 'safereply_session'

/** Finds out who asks, from a bearer token or the session cookie, at each request anew. A wrong token is nobody. */
export function identifyActor(identify: (token: string) => Promise<Actor | undefined>): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const token = bearerToken(c.req.header('authorization')) ?? getCookie(c, SESSION_COOKIE)
    const ask = async (): Promise<Actor | undefined> => (token === undefined ? undefined : identify(token))
    c.set('actor', await ask())
    c.set('isStillIn', async () => (await ask()) !== undefined)
    await next()
  }
}

/** The actor of a route that needs one; a Fault 'session.missing' when nobody is known. */
export function actorOf(c: Context<AppEnv>): Actor {
  const actor = c.get('actor')
  if (!actor) throw new Fault('session.missing')
  return actor
}

function bearerToken(header: string | undefined): string | undefined {
  return /^Bearer ([0-9a-f]{64})$/u.exec(header ?? '')?.[1]
}
