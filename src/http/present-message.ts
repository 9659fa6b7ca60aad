import type { Deadline } from '../model/deadline.ts'
import { storedFacts } from '../model/mail-facts.ts'
import type { Order } from '../model/order.ts'
import type { ReadableAttachment, ReadableMessage } from '../flow/show-conversation.ts'
import type { AttachmentView, DeadlineView, OrderView } from './route/message-shapes.ts'
import type { MessageView } from './route/shapes.ts'

/* What a conversation holds, built field by field. */

export function presentMessage(message: ReadableMessage): MessageView {
  const { row, text, attachments, noResponse, noResponseUrl } = message
  const { asins, ...facts } = storedFacts(row.facts)
  return {
    id: String(row.id),
    direction: row.direction,
    kind: row.kind,
    at: row.at.toISOString(),
    text: text ?? '',
    redactions: row.redactions.map(({ kind, start, end }) => ({ kind, start, end })),
    authenticity: row.authenticity,
    replyId: row.replyId === undefined ? null : String(row.replyId),
    topic: row.topic ?? null,
    facts: { ...facts, ...(asins ? { asins: [...asins] } : {}) },
    isWhole: row.isWhole,
    isHistory: row.isHistory,
    attachments: attachments.map(presentAttachment),
    noResponse: noResponse ? { reason: noResponse.reason, markedAt: noResponse.markedAt.toISOString() } : null,
    noResponseUrl: noResponseUrl ?? null,
  }
}

function presentAttachment({ row, name }: ReadableAttachment): AttachmentView {
  const { id, kind, isRisky, sizeBytes, isKept } = row
  return { id: String(id), name: name ?? '', kind, isRisky, sizeBytes, isKept }
}

export function presentDeadline({ id, kind, startsAt, dueAt, settled }: Deadline): DeadlineView {
  return {
    id: String(id),
    kind,
    startsAt: startsAt.toISOString(),
    dueAt: dueAt.toISOString(),
    settledAt: settled?.at.toISOString() ?? null,
    settledBy: settled?.by ?? null,
  }
}

export function presentOrder(order: Order): OrderView {
  return {
    orderId: order.orderId,
    fulfilledBy: order.fulfilledBy,
    marketplaceId: order.marketplaceId ?? null,
    purchasedAt: order.purchasedAt?.toISOString() ?? null,
    shipByAt: order.shipByAt?.toISOString() ?? null,
    latestDeliveryAt: order.latestDeliveryAt?.toISOString() ?? null,
    programmes: [...order.programmes],
    total: order.total ? { minor: order.total.minor, currency: order.total.currency } : null,
    source: order.source,
  }
}
