import type { Mailbox } from '../../model/account.ts'
import { addSender, listSenders } from '../../store/approved-sender.ts'
import type { Step } from '../in-account.ts'
import { endSenderAlerts } from './end-sender-alerts.ts'

/** Takes an address that a mailbox answers from now on. One that Amazon refused stays refused until a person approves it. */
export async function adoptSender(
  step: Step,
  { id, approvedSender }: Pick<Mailbox, 'id' | 'approvedSender'>,
): Promise<void> {
  const { tx, scope, now } = step
  await addSender(tx, scope, approvedSender, now)
  const sender = (await listSenders(tx, scope)).find(({ address }) => address === approvedSender)
  if (sender?.state === 'approved') await endSenderAlerts(step, [id])
}
