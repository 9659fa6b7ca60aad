import { fetchBatch, planBatches } from '../../channel/mail/imap/batch.ts'
import type { ListedMail } from '../../channel/mail/imap/mail.ts'
import type { Mailbox } from '../../model/account.ts'
import { MAIL_MAX_BYTES } from '../../parse/pre-scan.ts'
import { comingFromImap } from '../receive/coming-from-imap.ts'
import type { ReceiveMailParts } from '../receive/read-coming.ts'
import { receiveMails } from '../receive/receive-mails.ts'
import type { ServerFolder } from './compare-mailbox.ts'

/**
 * Fetches mails that the ledger lacks and takes them in like any other; the position stays where it is, since it is past
 * them. Returns how many were taken: what was removed from the server meanwhile does not come.
 */
export async function takeMissing(
  parts: ReceiveMailParts,
  mailbox: Mailbox,
  wish: { readonly server: ServerFolder; readonly missing: readonly ListedMail[] },
): Promise<number> {
  const { server, missing } = wish
  let taken = 0
  for (const plan of planBatches(missing, { maxBytes: MAIL_MAX_BYTES })) {
    const { uidValidity, mails } = await fetchBatch(server, plan, MAIL_MAX_BYTES)
    const coming = mails.map((mail) => comingFromImap(mail, { uidValidity, now: parts.clock.now() }))
    const outcome = await receiveMails(parts, mailbox, { mails: coming })
    if (outcome.kind !== 'taken') return taken
    taken += outcome.outcomes.length
  }
  return taken
}
