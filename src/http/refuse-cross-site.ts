import type { Context, MiddlewareHandler } from 'hono'

import { Fault } from '../base/fault.ts'
import type { AppEnv } from './app-env.ts'

const READING_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses what a browser sends from a page of another site, of any content type: a Fault 'request.cross-site'. A client
 * that is no browser sends neither header, and carries a token that no page can know.
 */
export function refuseCrossSite(): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    if (!READING_METHODS.has(c.req.method) && isCrossSite(c)) throw new Fault('request.cross-site')
    await next()
  }
}

/** Browsers leave `Sec-Fetch-Site` out where the desk is reached by plain http on another machine; `Origin` they always send. */
function isCrossSite(c: Context<AppEnv>): boolean {
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  const origin = c.req.header('origin')
  // Hosts alone are compared, since a proxy may end TLS before the desk.
  return origin !== undefined && URL.parse(origin)?.host !== new URL(c.req.url).host
}
