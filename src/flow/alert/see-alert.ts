import type { Actor } from '../../model/actor.ts'
import type { Alert } from '../../model/alert.ts'
import type { AccountId, AlertId } from '../../model/ids.ts'
import { endAlerts, findAlert } from '../../store/alert.ts'
import { type Denied, inAccount, MISSING } from '../in-account.ts'
import type { DeskParts } from '../parts.ts'
import { tell } from './raise-alerts.ts'

export type SeeAlertOutcome = { readonly ok: true; readonly alert: Alert } | Denied

/** A person has seen an alert: it ends, and is not raised again. One that has ended already stays as it ended. */
export async function seeAlert(
  parts: DeskParts,
  actor: Actor,
  wish: { readonly accountId: AccountId; readonly alertId: AlertId },
): Promise<SeeAlertOutcome> {
  return inAccount(parts, actor, { accountId: wish.accountId, permission: 'alert:end' }, async (step) => {
    const { tx, scope, now } = step
    const ended = await endAlerts(tx, scope, { ids: [wish.alertId], at: now, by: 'person' })
    await tell(step, 'alert.ended', ended)
    const alert = ended[0] ?? (await findAlert(tx, scope, wish.alertId))
    return alert ? { ok: true, alert } : MISSING
  })
}
