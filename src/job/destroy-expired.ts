import { HOUR_MS } from '../base/clock.ts'
import { destroyExpired } from '../flow/destroy-expired.ts'
import type { DeskParts } from '../flow/parts.ts'
import { every } from './every.ts'

/** Destroys what is kept for some days only: at the start, for the hours the desk was off, and every hour. */
export function startDestroying(
  parts: DeskParts,
  { failed }: { readonly failed: (error: unknown) => void },
): AsyncDisposable {
  return every({ intervalMs: HOUR_MS, isAtOnce: true }, () => destroyExpired(parts), failed)
}
