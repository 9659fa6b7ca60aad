import { z } from '@hono/zod-openapi'

import { QUARANTINE_STATES, RELEASE_PROBLEMS } from '../../model/quarantined-mail.ts'
import { id, instant } from './basic-shapes.ts'

/** Why a mail cannot be let in. */
const OBSTACLES = [
  'decided',
  'out-of-reach',
  'unreadable',
  'too-large',
  'two-readings',
  'not-amazon',
  'look-alike',
  'impersonation',
] as const

export const QuarantinedMailShape = z
  .object({
    id,
    reason: z.string(),
    receivedAt: instant,
    dueAt: instant,
    sizeBytes: z.int(),
    extract: z.string(),
    state: z.enum(QUARANTINE_STATES),
    decidedAt: instant.nullable(),
    /** Address it came to. */
    mailbox: z.string(),
    canRelease: z.boolean(),
    /** Why it cannot be let in, or why the last attempt came to nothing. */
    releaseHint: z.enum([...OBSTACLES, ...RELEASE_PROBLEMS]).nullable(),
  })
  .openapi('QuarantinedMail')

export const QuarantineShape = z.object({ items: z.array(QuarantinedMailShape) }).openapi('Quarantine')

export const QuarantineViewShape = z.object({ state: z.enum(['held', 'decided']).default('held') })

export type QuarantinedMailView = z.infer<typeof QuarantinedMailShape>
