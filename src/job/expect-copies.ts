import { MINUTE_MS } from '../base/clock.ts'
import { expectCopies } from '../flow/copies/expect-copies.ts'
import type { DeskParts } from '../flow/parts.ts'
import { every } from './every.ts'

/** Looks for copies that did not come: at the start, for the time the desk was off, and every minute. */
export function startExpectingCopies(
  parts: DeskParts,
  { failed }: { readonly failed: (error: unknown) => void },
): AsyncDisposable {
  return every({ intervalMs: MINUTE_MS, isAtOnce: true }, () => expectCopies(parts), failed)
}
