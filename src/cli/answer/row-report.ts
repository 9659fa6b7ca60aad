import type { ReadableConversation } from '../../flow/list-inbox.ts'

/** A conversation of a list for a program. */
export function rowData({ row, buyerName, subject }: ReadableConversation) {
  return {
    id: String(row.id),
    state: row.state,
    version: row.version,
    buyerName: buyerName ?? null,
    subject: subject ?? null,
    orderId: row.orderId ?? null,
    dueAt: row.dueAt?.toISOString() ?? null,
    claimAt: row.claimAt?.toISOString() ?? null,
    reopened: row.reopened ?? null,
    lastMessageAt: row.lastMessageAt.toISOString(),
  }
}

/** A conversation of a list for a person: what is due first. */
export function rowLine({ row, buyerName, subject }: ReadableConversation): string {
  const due = row.dueAt ? `due ${row.dueAt.toISOString()}` : row.state
  const again = row.reopened === undefined ? '' : ` (open again: ${row.reopened})`
  return `${row.id}  ${due}${again}  ${buyerName ?? 'name erased'}  ${subject ?? ''}`
}
