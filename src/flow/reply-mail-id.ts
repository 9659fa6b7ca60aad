import { hex } from '../base/bytes.ts'
import type { MailboxId } from '../model/ids.ts'
import { findMailbox } from '../store/mailbox.ts'
import type { Step } from './in-account.ts'

const MAIL_ID_BYTES = 16

/** A new Message-ID: random, so that whoever names it has seen the mail; of the sender's domain, as servers expect. */
export async function newMailId(step: Step, mailboxId: MailboxId): Promise<string> {
  const mailbox = await findMailbox(step.tx, step.scope, mailboxId)
  const domain = mailbox?.approvedSender.split('@').at(-1) ?? 'localhost'
  return `<${hex(step.parts.random.bytes(MAIL_ID_BYTES))}@${domain}>`
}
