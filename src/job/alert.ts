import { SECOND_MS } from '../base/clock.ts'
import { sweepAlerts } from '../flow/alert/sweep-alerts.ts'
import type { DeskParts } from '../flow/parts.ts'
import { every } from './every.ts'

/** A quarter of the minute within which somebody must be told. */
const LOOK_EVERY_MS = 15 * SECOND_MS

/** Tells of clocks that have little time left or none: at the start, for the time the desk was off, and ever after. */
export function startAlerting(
  parts: DeskParts,
  { failed }: { readonly failed: (error: unknown) => void },
): AsyncDisposable {
  return every({ intervalMs: LOOK_EVERY_MS, isAtOnce: true }, () => sweepAlerts(parts), failed)
}
