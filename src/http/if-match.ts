import { z } from '@hono/zod-openapi'

import { Fault } from '../base/fault.ts'

/** The header that names the version a caller looked at. Optional here, so that its absence has an answer of its own. */
export const IfMatchHeader = z.object({
  'if-match': z.string().optional().openapi({ description: 'ETag of the thing as it was read' }),
})

/** The version an `If-Match` names. A Fault 'condition.missing' without one, 'request.invalid' for anything else. */
export function versionOf(headers: z.infer<typeof IfMatchHeader>): number {
  const ifMatch = headers['if-match']
  if (ifMatch === undefined) throw new Fault('condition.missing')
  const version = /^"(\d{1,9})"$/u.exec(ifMatch)?.[1]
  if (version === undefined) throw new Fault('request.invalid', { detail: 'If-Match: not an ETag of this desk' })
  return Number(version)
}

/** How a version is written as an ETag. */
export function etagOf(version: number): string {
  return `"${version}"`
}
