import { type AccountId, type ConversationId, DESK_PERSON } from '../../model/ids.ts'
import { mintPersonScope } from '../../policy/access/mint-scope.ts'
import { conversationClock } from '../../policy/deadline/conversation-clock.ts'
import { nextThreshold } from '../../policy/deadline/deadline-state.ts'
import { listAlertsDue, setAlertTimes } from '../../store/alert-time.ts'
import { lockConversations } from '../../store/conversation.ts'
import { asPerson } from '../../store/database.ts'
import { inAccount, type Step } from '../in-account.ts'
import type { DeskParts } from '../parts.ts'
import { happenedIn } from '../reckon-clock.ts'
import { alertsDue, clocksOf } from './clocks-of.ts'
import { raiseAlerts } from './raise-alerts.ts'

const DESK = { personId: DESK_PERSON, tokenId: undefined }
/** Conversations of one turn: a backlog of many is told of in turns, so that no transaction is long. */
const SWEEP_LIMIT = 200

/**
 * Tells of every clock that has little time left or none, by the time of the desk. Returns of how many conversations
 * something was due. What passed while no desk ran is told of late, and once.
 */
export async function sweepAlerts(parts: DeskParts): Promise<number> {
  let count = 0
  let turn: number
  do {
    turn = await sweepTurn(parts)
    count += turn
  } while (turn === SWEEP_LIMIT)
  return count
}

async function sweepTurn(parts: DeskParts): Promise<number> {
  const scope = mintPersonScope(DESK_PERSON)
  const due = { by: parts.clock.now(), limit: SWEEP_LIMIT }
  const places = await asPerson(parts.db, DESK_PERSON, (tx) => listAlertsDue(tx, scope, due))
  const accounts = Map.groupBy(places, ({ accountId }) => accountId)
  for (const [accountId, those] of accounts) {
    const ids = those.map(({ conversationId }) => conversationId)
    await sweepAccount(parts, accountId, ids)
  }
  return places.length
}

async function sweepAccount(parts: DeskParts, accountId: AccountId, ids: readonly ConversationId[]): Promise<void> {
  await inAccount(parts, DESK, { accountId, permission: 'alert:raise' }, async (step) => {
    // Read anew under the lock: an answer may have come since they were listed.
    const rows = await lockConversations(step.tx, step.scope, ids)
    await tellOf(
      step,
      rows.map(({ id }) => id),
    )
  })
}

async function tellOf(step: Step, ids: readonly ConversationId[]): Promise<void> {
  const { tx, scope, parts, now } = step
  const happened = await happenedIn(step, ids)
  const clocks = ids.map((id) => ({ id, clocks: clocksOf(id, conversationClock(happened(id), parts.pack.limits)) }))
  await raiseAlerts(
    step,
    clocks.flatMap((one) => alertsDue(one, now)),
  )
  await setAlertTimes(
    tx,
    scope,
    clocks.map((one) => ({ id: one.id, alertAt: nextThreshold(one.clocks, now) })),
  )
}
