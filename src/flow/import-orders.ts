import type { Actor } from '../model/actor.ts'
import type { AccountId } from '../model/ids.ts'
import { type OrderReport, readOrderReport } from '../parse/report/read-order-report.ts'
import { announceAll } from '../store/change.ts'
import { listConversationsAbout, upsertOrders } from '../store/order-fact.ts'
import { type Denied, inAccount, readInAccount, type Step } from './in-account.ts'
import type { DeskParts } from './parts.ts'
import { record } from './record.ts'

export interface ImportOrdersWish {
  readonly accountId: AccountId
  /** The report as Amazon gave it. */
  readonly bytes: Uint8Array
}

/** `changed`: orders of the report that the desk did not know so. `no-report`, `broken`: nothing was taken. */
export type ImportOrdersOutcome =
  | { readonly ok: true; readonly report: OrderReport; readonly changed: number }
  | { readonly ok: false; readonly reason: 'no-report' }
  | { readonly ok: false; readonly reason: 'broken'; readonly line: number }
  | Denied

/** More pages than this are not open at a time; the others read anew when they are opened. */
const ANNOUNCED_CONVERSATIONS = 1_000

/**
 * Takes the facts of orders from one of Amazon's order reports, all of them or none. May be called with a report again:
 * what is known already is not written. A Fault `thing.too-large` for a report beyond the limits.
 */
export async function importOrders(
  parts: DeskParts,
  actor: Actor,
  { accountId, bytes }: ImportOrdersWish,
): Promise<ImportOrdersOutcome> {
  const right = { accountId, permission: 'order:write' } as const
  // Reading takes seconds, so that who may not import is told before, and no transaction waits meanwhile.
  const refused = await readInAccount(parts, actor, right, () => Promise.resolve(undefined))
  if (refused) return refused
  const report = await readOrderReport(bytes)
  if (report.kind === 'no-report') return { ok: false, reason: 'no-report' }
  if (report.kind === 'broken') return { ok: false, reason: 'broken', line: report.line }
  return inAccount(parts, actor, right, async (step): Promise<ImportOrdersOutcome> => {
    const changed = await write(step, report)
    return { ok: true, report, changed }
  })
}

async function write(step: Step, { orders, lines }: OrderReport): Promise<number> {
  const { tx, scope, now } = step
  const changed = await upsertOrders(tx, scope, { orders, at: now })
  await record(step, {
    event: 'orders.imported',
    object: `account:${scope.accountId}`,
    codes: [`changed:${changed.length}`, `lines:${lines}`, `orders:${orders.length}`],
  })
  const concerned = await listConversationsAbout(tx, scope, { orderIds: changed, limit: ANNOUNCED_CONVERSATIONS })
  await announceAll(
    tx,
    scope,
    concerned.map((id) => ({ type: 'conversation', id, conversationId: id })),
  )
  return changed.length
}
