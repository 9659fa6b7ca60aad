import { after } from '../../base/clock.ts'
import type { PolicyPack } from '../../model/policy-pack.ts'

/** When a return request should be answered, and from when an unanswered one counts against the account. */
export function returnClock(
  requestedAt: Date,
  { limits }: PolicyPack,
): { readonly dueAt: Date; readonly countsAt: Date } {
  return {
    dueAt: after(requestedAt, limits.returnAnswerMs.value),
    countsAt: after(requestedAt, limits.returnRiskMs.value),
  }
}
