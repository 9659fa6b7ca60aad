import type { MailboxId } from '../../model/ids.ts'
import { endAlerts, listOpenAlertsAbout } from '../../store/alert.ts'
import { announceAll } from '../../store/change.ts'
import { clearMissingCopies } from '../../store/expected-copy.ts'
import { tell } from '../alert/raise-alerts.ts'
import type { Step } from '../in-account.ts'

/** Takes back what was told of missing copies of a mailbox, of which a person says that it gets none any more. */
export async function forgetCopies(step: Step, mailboxId: MailboxId): Promise<void> {
  const { tx, scope, now } = step
  const cleared = await clearMissingCopies(tx, scope, mailboxId)
  const replyIds = cleared.map(({ id }) => id)
  const open = await listOpenAlertsAbout(tx, scope, 'copy-missing', replyIds)
  const ended = await endAlerts(tx, scope, { ids: open.map(({ id }) => id), at: now, by: 'settled' })
  await tell(step, 'alert.ended', ended)
  await announceAll(
    tx,
    scope,
    cleared.map(({ id, conversationId }) => ({ type: 'reply', id, conversationId })),
  )
}
