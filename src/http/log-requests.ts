import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'

import type { AppEnv } from './app-env.ts'
import type { HttpParts } from './parts.ts'
import { faultOf } from './problem.ts'

/** One event a request: method, route pattern, status, time. The path itself is left out, since people type into it. */
export function logRequests({ log, desk }: HttpParts): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const startMs = desk.clock.now().getTime()
    await next()
    const { error } = c
    log({
      requestId: c.get('requestId'),
      method: c.req.method,
      // The deepest that ran: the one that answered, or refused.
      route: routePath(c),
      status: c.res.status,
      tookMs: desk.clock.now().getTime() - startMs,
      ...(error ? { code: faultOf(error).code } : {}),
      ...(error && c.res.status >= 500 ? { error } : {}),
    })
  }
}
