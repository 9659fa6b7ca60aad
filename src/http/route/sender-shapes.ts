import { z } from '@hono/zod-openapi'

import { instant } from './basic-shapes.ts'

export const SenderShape = z
  .object({
    address: z.string(),
    /** Whether Amazon takes mail from it. */
    state: z.enum(['approved', 'refused']),
    changedAt: instant,
  })
  .openapi('Sender')

export const SendersShape = z.object({ items: z.array(SenderShape) }).openapi('Senders')

export type SenderView = z.infer<typeof SenderShape>
