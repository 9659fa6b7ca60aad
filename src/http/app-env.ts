import { OpenAPIHono } from '@hono/zod-openapi'

import type { Actor } from '../model/actor.ts'
import { Fault } from '../base/fault.ts'

/** What a request carries once the middleware has looked at it. */
export interface AppEnv {
  readonly Variables: {
    requestId: string
    /** Undefined on public routes only. */
    actor: Actor | undefined
    /** Asks again whether the actor's token still holds, for an answer that goes on for long. */
    isStillIn: () => Promise<boolean>
  }
}

export type App = OpenAPIHono<AppEnv>

/** An empty set of routes whose bad input becomes one problem that names every wrong field and none of its values. */
export function newApp(): App {
  return new OpenAPIHono<AppEnv>({
    defaultHook(result) {
      if (result.success) return
      const wrong = result.error.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${complaint(issue)}`)
      throw new Fault('request.invalid', { detail: wrong.join('; ') })
    },
  })
}

/** What is wrong with a field. A name that is not known here was sent like any value, and is not repeated. */
function complaint(issue: { readonly code: string; readonly message: string }): string {
  return issue.code === 'unrecognized_keys' ? 'holds a field that is not known here' : issue.message
}
