import { z } from '@hono/zod-openapi'

import { ALERT_KINDS } from '../../model/alert.ts'
import { id, instant } from './basic-shapes.ts'

export const AlertShape = z
  .object({
    id,
    /** Null when it is about a mailbox. */
    conversationId: id.nullable(),
    /** Of the conversation; null when it is about none, or the name is gone. */
    buyerName: z.string().nullable(),
    kind: z.enum(ALERT_KINDS),
    /** The conversation, deadline, reply or mailbox it is about. */
    objectId: id,
    /** When the thing is due, or when it happened. */
    dueAt: instant,
    raisedAt: instant,
  })
  .openapi('Alert')

export const AlertsShape = z.object({ items: z.array(AlertShape), next: z.string().nullable() }).openapi('Alerts')

export type AlertView = z.infer<typeof AlertShape>
export type AlertsView = z.infer<typeof AlertsShape>
