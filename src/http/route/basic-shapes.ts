import { z } from '@hono/zod-openapi'

/* Patterns here have no flags: OpenAPI knows none, and writing one spoils the pattern. */

/** The id of anything the desk keeps. */
export const id = z
  .string()
  .regex(/^\d{1,16}$/)
  .openapi({ example: '482905371648' })

/** An instant, in UTC. */
export const instant = z.iso.datetime().openapi({ example: '2026-11-24T10:00:00.000Z' })
