import { z } from '@hono/zod-openapi'

import { DEADLINE_KINDS } from '../../model/deadline.ts'
import { NO_RESPONSE_REASONS } from '../../model/no-response.ts'
import { id, instant } from './basic-shapes.ts'

/* What a conversation holds besides its texts. */

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

export const NoResponseShape = z
  .object({ reason: z.enum(NO_RESPONSE_REASONS), markedAt: instant })
  .openapi('NoResponse')

export const NoResponseWishShape = z.object({ reason: z.enum(NO_RESPONSE_REASONS) }).openapi('NoResponseWish')

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
