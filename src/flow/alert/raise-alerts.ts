import type { Alert } from '../../model/alert.ts'
import { type AlertId, freshId } from '../../model/ids.ts'
import { insertAlerts } from '../../store/alert.ts'
import { announceAll } from '../../store/change.ts'
import type { Step } from '../in-account.ts'
import { type Happening, recordAll } from '../record.ts'

/** What is to be told of. */
export type AlertWish = Pick<Alert, 'conversationId' | 'kind' | 'objectId' | 'dueAt'>

/** Raises alerts, each once for its thing and instant, with their entries, and tells the readers. Harmless to repeat. */
export async function raiseAlerts(step: Step, wishes: readonly AlertWish[]): Promise<void> {
  const { tx, scope, parts, now } = step
  const alerts = wishes.map((wish) => ({ ...wish, id: freshId<AlertId>(parts.ids), raisedAt: now }))
  await tell(step, 'alert.raised', await insertAlerts(tx, scope, alerts))
}

/** The entries of alerts that were raised or ended, and the news to the readers. */
export async function tell(step: Step, event: 'alert.raised' | 'alert.ended', alerts: readonly Alert[]): Promise<void> {
  if (alerts.length === 0) return
  await recordAll(
    step,
    alerts.map(({ id, kind, conversationId, ended }): Happening => ({
      event,
      object: `alert:${id}`,
      ...(conversationId === undefined ? {} : { conversationId }),
      codes: [`kind:${kind}`, ...(ended ? [`by:${ended.by}`] : [])],
    })),
  )
  await announceAll(
    step.tx,
    step.scope,
    alerts.map(({ id, conversationId }) => ({ type: 'alert', id, conversationId })),
  )
}
