import type { IdSource } from '../../base/id.ts'
import type { Mailbox } from '../../model/account.ts'
import { freshId, type MailboxId } from '../../model/ids.ts'

/** A mailbox as it begins: its addresses in one spelling, nothing learned of it yet, and every clock running. */
export function newMailbox(
  ids: IdSource,
  { accountId, address, approvedSender }: Pick<Mailbox, 'accountId' | 'address' | 'approvedSender'>,
): Mailbox {
  return {
    accountId,
    id: freshId<MailboxId>(ids),
    address: address.trim().toLowerCase(),
    approvedSender: approvedSender.trim().toLowerCase(),
    copies: 'not-seen',
    copiesSince: undefined,
    keepsSent: false,
    authservIds: [],
    deadlinesFrom: undefined,
  }
}
