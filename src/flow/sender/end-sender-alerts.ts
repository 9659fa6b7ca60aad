import type { MailboxId } from '../../model/ids.ts'
import { endAlerts, listOpenAlertsAbout } from '../../store/alert.ts'
import { tell } from '../alert/raise-alerts.ts'
import type { Step } from '../in-account.ts'

/** Ends the alerts that Amazon takes no mail from the address of these mailboxes, since it does now, or it is another. */
export async function endSenderAlerts(step: Step, mailboxIds: readonly MailboxId[]): Promise<void> {
  const { tx, scope, now } = step
  const open = await listOpenAlertsAbout(tx, scope, 'sender-refused', mailboxIds)
  const ended = await endAlerts(tx, scope, { ids: open.map(({ id }) => id), at: now, by: 'settled' })
  await tell(step, 'alert.ended', ended)
}
