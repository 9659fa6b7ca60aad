import type { Hit } from './finding-of.ts'
import type { Money, Promised } from './promised.ts'

/** Promised refunds above the limit. An amount in another currency cannot be compared, so it counts as above. */
export function refundHits(facts: readonly Promised[], limit: Money | undefined): readonly Hit[] {
  if (limit === undefined) return []
  return facts.flatMap((fact) => {
    if (fact.kind !== 'amount' || !fact.isRefund) return []
    const isWithin = fact.currency === limit.currency && fact.minor <= limit.minor
    return isWithin ? [] : [{ rule: 'OUT-094', span: { start: fact.start, end: fact.end } }]
  })
}
