import { z } from '@hono/zod-openapi'

import { type ClockKind, DEADLINE_KINDS } from '../../model/deadline.ts'
import { id, instant } from './basic-shapes.ts'

/** What runs of a conversation: the answer, the risk of a claim, the undo of a reply, and what Amazon's mails started. */
const DUE_KINDS = ['answer', 'claim-risk', ...DEADLINE_KINDS, 'undo'] as const satisfies readonly ClockKind[]

export const DueShape = z
  .object({
    conversationId: id,
    /** Null when the name is gone. */
    buyerName: z.string().nullable(),
    kind: z.enum(DUE_KINDS),
    startsAt: instant,
    dueAt: instant,
    state: z.enum(['running', 'near', 'late']),
  })
  .openapi('Due')

export const DuesShape = z.object({ items: z.array(DueShape), next: z.string().nullable() }).openapi('Dues')

export type DueView = z.infer<typeof DueShape>
export type DuesView = z.infer<typeof DuesShape>
