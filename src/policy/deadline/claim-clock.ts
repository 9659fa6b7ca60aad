import { after, DAY_MS } from '../../base/clock.ts'
import type { PolicyPack } from '../../model/policy-pack.ts'

/** When an answer to Amazon about an A-to-z claim is due: the mail's own deadline if it is earlier than the rule's. */
export function claimInformationDueAt(
  request: { readonly at: Date; readonly statedDueAt: Date | undefined },
  { limits }: PolicyPack,
): Date {
  const byRule = after(request.at, limits.claimInformationMs.value)
  return request.statedDueAt !== undefined && request.statedDueAt < byRule ? request.statedDueAt : byRule
}

/** Until when a granted claim can be appealed. Calendar days of 24 hours: Amazon names no zone. */
export function claimAppealUntil(grantedAt: Date, { limits }: PolicyPack): Date {
  return after(grantedAt, limits.claimAppealDays.value * DAY_MS)
}

/** Until when a buyer can still open a claim, counted from the latest estimated delivery. */
export function claimFilingUntil(latestDeliveryAt: Date, { limits }: PolicyPack): Date {
  return after(latestDeliveryAt, limits.claimFilingDays.value * DAY_MS)
}
