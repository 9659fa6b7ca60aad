import { MINUTE_MS, SECOND_MS } from '../../../base/clock.ts'
import type { Random } from '../../../base/random.ts'
import type { ImapProblem } from './problem.ts'

/** Between which bounds a mailbox waits before it is tried again. */
export interface BackOff {
  readonly firstMs: number
  readonly mostMs: number
}

export const IMAP_BACK_OFF: BackOff = { firstMs: SECOND_MS, mostMs: 5 * MINUTE_MS }

/** Trying these again soon mends nothing, and a provider locks an account after a few wrong passwords. */
const PATIENT: ReadonlySet<ImapProblem> = new Set(['login-refused', 'tls-certificate', 'not-safe'])

/**
 * Milliseconds to wait after so many failures in a row (from 1 on): anything from the first bound to a limit that
 * doubles each time, by chance, so that many mailboxes of one server do not come back at once. What patience alone
 * mends waits at least half the upper bound.
 */
export function backOffMs(
  { failures, problem }: { readonly failures: number; readonly problem: ImapProblem },
  random: Random,
  { firstMs, mostMs }: BackOff = IMAP_BACK_OFF,
): number {
  const isPatient = PATIENT.has(problem)
  const leastMs = isPatient ? Math.max(firstMs, mostMs / 2) : firstMs
  const limitMs = isPatient ? mostMs : Math.min(mostMs, firstMs * 2 ** failures)
  return Math.round(leastMs + (limitMs - leastMs) * fraction(random))
}

function fraction(random: Random): number {
  const bytes = random.bytes(4)
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0) / 2 ** 32
}
