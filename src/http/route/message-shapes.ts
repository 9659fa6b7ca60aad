import { z } from '@hono/zod-openapi'

import { DEADLINE_KINDS } from '../../model/deadline.ts'

/* What a conversation holds besides its texts. Patterns here have no flags: OpenAPI knows none. */
const id = z.string().regex(/^\d{1,16}$/)
const instant = z.iso.datetime()

const MoneyShape = z
  .object({
    /** In the smallest unit of the currency. */
    minor: z.int(),
    currency: z.string(),
  })
  .openapi('Money')

export const FactsShape = z
  .object({
    asins: z.array(z.string()).optional(),
    amount: MoneyShape.optional(),
    statedDueAt: instant.optional(),
    quantity: z.int().optional(),
    fulfilledBy: z.enum(['amazon', 'merchant']).optional(),
  })
  .openapi('MailFacts')

export const AttachmentShape = z
  .object({
    id,
    name: z.string(),
    kind: z.string(),
    isRisky: z.boolean(),
    sizeBytes: z.int(),
    /** Whether its bytes are kept, sealed. They are never answered. */
    isKept: z.boolean(),
  })
  .openapi('Attachment')

export const DeadlineShape = z
  .object({
    id,
    kind: z.enum(DEADLINE_KINDS),
    startsAt: instant,
    dueAt: instant,
    settledAt: instant.nullable(),
    settledBy: z.enum(['refund', 'claim', 'person']).nullable(),
  })
  .openapi('Deadline')

export const OrderShape = z
  .object({
    orderId: z.string(),
    fulfilledBy: z.enum(['amazon', 'merchant', 'unknown']),
    marketplaceId: z.string().nullable(),
    purchasedAt: instant.nullable(),
    shipByAt: instant.nullable(),
    latestDeliveryAt: instant.nullable(),
    programmes: z.array(z.string()),
    total: MoneyShape.nullable(),
    source: z.enum(['report', 'mail']),
  })
  .openapi('Order')

export type AttachmentView = z.infer<typeof AttachmentShape>
export type DeadlineView = z.infer<typeof DeadlineShape>
export type OrderView = z.infer<typeof OrderShape>
