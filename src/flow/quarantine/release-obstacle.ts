import type { QuarantineReason, QuarantineState } from '../../model/quarantined-mail.ts'

/**
 * Why a quarantined mail cannot be let in. `decided`: somebody decided on it, or its release is on its way. `out-of-reach`:
 * its bytes are neither sealed here nor on a server. The others are the reasons that no person can judge away: what
 * cannot be read has no text to store, and what Amazon did not send has no buyer behind it.
 */
export type ReleaseObstacle =
  | 'decided'
  | 'out-of-reach'
  | 'unreadable'
  | 'too-large'
  | 'two-readings'
  | 'not-amazon'
  | 'look-alike'
  | 'impersonation'

const OBSTACLES = {
  unparsable: 'unreadable',
  'too-complex': 'unreadable',
  'too-large': 'too-large',
  // Readers disagree on which of the two headers counts, so nobody can say what would be let in.
  'repeated-headers': 'two-readings',
  'not-amazon': 'not-amazon',
  'look-alike': 'look-alike',
  impersonation: 'impersonation',
  ambiguous: undefined,
  'failed-signature': undefined,
  'not-stored': undefined,
} as const satisfies Record<QuarantineReason, ReleaseObstacle | undefined>

/** Why a mail cannot be released, or nothing when a person may let it in. */
export function releaseObstacle(mail: {
  readonly state: QuarantineState
  readonly reason: QuarantineReason
  readonly isWithinReach: boolean
}): ReleaseObstacle | undefined {
  if (mail.state !== 'held') return 'decided'
  return OBSTACLES[mail.reason] ?? (mail.isWithinReach ? undefined : 'out-of-reach')
}
