import type { Actor } from '../../model/actor.ts'
import type { EventCode } from '../../model/evidence-leaf.ts'
import type { AccountId, QuarantineId } from '../../model/ids.ts'
import { announce } from '../../store/change.ts'
import { decideQuarantine as decideRow, findQuarantine } from '../../store/quarantine.ts'
import { type Denied, inAccount, MISSING, type Step } from '../in-account.ts'
import { openQuarantined, type ShownQuarantined } from './open-quarantined.ts'
import type { DeskParts } from '../parts.ts'
import { record } from '../record.ts'
import { type ReleaseObstacle, releaseObstacle } from './release-obstacle.ts'

/**
 * `release`: let it in. `dismiss`: nothing a buyer wants. `report`: it is phishing; a person forwards it to Amazon, the
 * desk sends nothing.
 */
export const QUARANTINE_DECISIONS = ['release', 'dismiss', 'report'] as const
export type QuarantineDecision = (typeof QUARANTINE_DECISIONS)[number]

export interface DecideQuarantineWish {
  readonly accountId: AccountId
  readonly quarantineId: QuarantineId
  readonly decision: QuarantineDecision
}

/** `obstacle`: it cannot be let in, or somebody else decided first. */
export type DecideQuarantineOutcome =
  | { readonly ok: true; readonly shown: ShownQuarantined }
  | { readonly ok: false; readonly reason: 'obstacle'; readonly obstacle: ReleaseObstacle }
  | Denied

const DECISIONS = {
  release: { to: 'releasing', event: 'mail.releasing' },
  dismiss: { to: 'dismissed', event: 'mail.dismissed' },
  report: { to: 'phishing', event: 'mail.reported' },
} as const satisfies Record<QuarantineDecision, { to: string; event: EventCode }>

/**
 * Writes what a person decides on a held mail. A release only begins here: a job of the desk opens the mail and takes it
 * in, never the process that answers the browser. Every other decision destroys the sealed bytes at once.
 */
export async function decideQuarantine(
  parts: DeskParts,
  actor: Actor,
  wish: DecideQuarantineWish,
): Promise<DecideQuarantineOutcome> {
  const right = { accountId: wish.accountId, permission: 'quarantine:decide' } as const
  return inAccount(parts, actor, right, (step) => decide(step, wish))
}

async function decide(step: Step, wish: DecideQuarantineWish): Promise<DecideQuarantineOutcome> {
  const { tx, scope, parts, now } = step
  const { accountId, quarantineId: id, decision } = wish
  const row = await findQuarantine(tx, scope, id)
  if (!row) return MISSING
  const obstacle = decision === 'release' ? releaseObstacle(row) : undefined
  if (obstacle !== undefined) return { ok: false, reason: 'obstacle', obstacle }
  const { to, event } = DECISIONS[decision]
  if (!(await decideRow(tx, scope, { id, to, at: now }))) return { ok: false, reason: 'obstacle', obstacle: 'decided' }
  if (decision === 'release') await parts.jobs.enqueue(tx, 'release-mail', { accountId, quarantineId: id }, now)
  await record(step, { event, object: `quarantine:${id}`, codes: [row.reason] })
  await announce(tx, scope, { type: 'quarantine', id, conversationId: undefined })
  const decided = await findQuarantine(tx, scope, id)
  const [shown] = decided ? await openQuarantined(step, [decided]) : []
  return shown ? { ok: true, shown } : MISSING
}
