import type { Entity } from './labelled.ts'

/** Names for the same thing, so that a detector is not blamed for what it calls a value. */
const SAME: Readonly<Record<string, string>> = { SSN: 'NATIONAL_ID', BANK: 'IBAN' }

/** Share of the union of two ranges that lies in both. */
const MIN_OVERLAP = 0.5
const MIN_MASKED = 0.9

/** Whether a finding of the entity's type covers it: half of what either of them covers lies in both. */
export function spanFound(entity: Entity, found: readonly Entity[]): boolean {
  const kind = SAME[entity.type] ?? entity.type
  return found.some(({ type, start, end }) => {
    const both = Math.min(end, entity.end) - Math.max(start, entity.start)
    const union = Math.max(end, entity.end) - Math.min(start, entity.start)
    return (SAME[type] ?? type) === kind && both >= union * MIN_OVERLAP
  })
}

/** Whether nine tenths of an entity's letters and digits lie in findings of any type. */
export function spanMasked(text: string, entity: Entity, found: readonly Entity[]): boolean {
  let all = 0
  let hidden = 0
  let at = entity.start
  for (const character of text.slice(entity.start, entity.end)) {
    const here = at
    at += character.length
    if (!/[\p{L}\p{N}]/u.test(character)) continue
    all += 1
    if (found.some(({ start, end }) => start <= here && here < end)) hidden += 1
  }
  return hidden >= all * MIN_MASKED
}
