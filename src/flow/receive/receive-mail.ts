import type { Mailbox } from '../../model/account.ts'
import type { ArrivalOutcome } from '../../model/arrival.ts'
import { DESK_PERSON } from '../../model/ids.ts'
import { mintPersonScope } from '../../policy/access/mint-scope.ts'
import { asPerson } from '../../store/database.ts'
import { listMailboxesAt } from '../../store/mailbox.ts'
import type { DeskParts } from '../parts.ts'
import { receiveMails } from './receive-mails.ts'
import type { ReceiveMailParts } from './read-coming.ts'

/** One mail as the SMTP or LMTP door took it. */
export interface HandedInMail {
  readonly recipient: string
  readonly bytes: Uint8Array
}

/** What became of it, committed; `no-mailbox`: nobody here has this address. */
export type ReceiveMailOutcome = ArrivalOutcome | 'no-mailbox'

/** Takes in a mail another mail server hands in. Throws when it could not be stored; then nothing was. */
export async function receiveMail(parts: ReceiveMailParts, mail: HandedInMail): Promise<ReceiveMailOutcome> {
  const mailbox = await mailboxOf(parts, mail.recipient)
  if (!mailbox) return 'no-mailbox'
  const { bytes } = mail
  const coming = {
    door: 'smtp',
    uidValidity: 0,
    uid: undefined,
    arrivedAt: parts.clock.now(),
    sizeBytes: bytes.length,
    bytes,
    isTooLarge: false,
  } as const
  const taken = await receiveMails(parts, mailbox, { mails: [coming] })
  return taken.kind === 'taken' ? (taken.outcomes[0] ?? 'no-mailbox') : 'no-mailbox'
}

/** Whether the desk has a mailbox of this address. */
export async function hasMailbox(parts: DeskParts, address: string): Promise<boolean> {
  return (await mailboxOf(parts, address)) !== undefined
}

/** The mailbox of an address, whichever account has it: for the desk alone. */
export async function mailboxOf(parts: DeskParts, address: string): Promise<Mailbox | undefined> {
  const found = await asPerson(parts.db, DESK_PERSON, (tx) =>
    listMailboxesAt(tx, mintPersonScope(DESK_PERSON), address.trim().toLowerCase()),
  )
  return found[0]
}
