import { findConversation } from '../../store/conversation.ts'
import { listSenders, moveSender } from '../../store/approved-sender.ts'
import { findMailbox } from '../../store/mailbox.ts'
import type { ReplyRow } from '../../store/outbox.ts'
import { raiseAlerts } from '../alert/raise-alerts.ts'
import type { Step } from '../in-account.ts'
import { announceMailbox } from '../mailbox/record-change.ts'
import { record } from '../record.ts'

/**
 * Takes Amazon's word that it takes no mail from the address a reply left from: the gate lets nothing leave from it until
 * a person says that Amazon takes it again. News of a reply that left before the person said so are old, and change
 * nothing.
 */
export async function refuseSender(step: Step, reply: ReplyRow): Promise<void> {
  const { tx, scope, now } = step
  const { conversationId } = reply
  const conversation = await findConversation(tx, scope, conversationId)
  const mailbox = conversation && (await findMailbox(tx, scope, conversation.mailboxId))
  if (!mailbox || !leftFrom(reply, mailbox.approvedSender)) return
  const sender = (await listSenders(tx, scope)).find(({ address }) => address === mailbox.approvedSender)
  if (!sender || (reply.sentAt ?? reply.changedAt) < sender.changedAt) return
  if (!(await moveSender(tx, scope, { address: sender.address, to: 'refused', at: now }))) return
  await record(step, { event: 'sender.refused', object: `reply:${reply.id}`, conversationId })
  await raiseAlerts(step, [{ conversationId: undefined, kind: 'sender-refused', objectId: mailbox.id, dueAt: now }])
  await announceMailbox(step, mailbox.id)
}

/** A mailbox can have got another sender since; the Message-ID keeps the domain of the one it left from. */
function leftFrom({ mailId }: ReplyRow, address: string): boolean {
  return mailId.slice(mailId.lastIndexOf('@') + 1, -1).toLowerCase() === address.slice(address.lastIndexOf('@') + 1)
}
