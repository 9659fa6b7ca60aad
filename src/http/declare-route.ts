import { createRoute, type RouteConfig } from '@hono/zod-openapi'

import type { Permission } from '../model/permission.ts'
import { ProblemShape } from './route/shapes.ts'

/** Who may call a route: anybody, anybody with a session, or whoever has a permission in the account of the path. */
export type RouteAccess = 'public' | 'session' | Permission

/** Name under which a route's access stands in the OpenAPI document and in the golden list of the tests. */
export const ACCESS_EXTENSION = 'x-permission'

const problem = {
  description: 'What is wrong and what to do next',
  content: { 'application/problem+json': { schema: ProblemShape } },
} as const

/** Declares a route with its access; the only way routes are made, so that none is without one. */
export function declareRoute<const Config extends RouteConfig>(access: RouteAccess, config: Config) {
  const security = access === 'public' ? [] : [{ bearer: [] }, { session: [] }]
  return createRoute({
    ...config,
    security,
    [ACCESS_EXTENSION]: access,
    responses: { ...config.responses, default: problem },
  })
}

/** One JSON answer of a route. */
export function answer<Shape>(schema: Shape, description: string) {
  return { description, content: { 'application/json': { schema } } } as const
}

/** One required JSON body of a route. */
export function body<Shape>(schema: Shape) {
  return { required: true, content: { 'application/json': { schema } } } as const
}
