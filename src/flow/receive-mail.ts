import { DAY_MS } from '../base/clock.ts'
import type { Mailbox } from '../model/account.ts'
import { DESK_PERSON, type ConversationId } from '../model/ids.ts'
import { rawText } from '../model/text.ts'
import type { Cage } from '../parse/cage.ts'
import { authenticityOf, type ResolveTxt } from '../parse/genuine.ts'
import type { ParsedMail, ParseOutcome } from '../parse/parsed-mail.ts'
import { understand } from '../parse/understand.ts'
import { mintPersonScope } from '../policy/access/mint-scope.ts'
import { asPerson } from '../store/database.ts'
import { listMailboxesAt } from '../store/mailbox.ts'
import { type Denied, inAccount, type Step } from './in-account.ts'
import type { DeskParts } from './parts.ts'
import { quarantineMail } from './quarantine-mail.ts'
import { receiveMessage } from './receive-message.ts'
import { recordNotice } from './record-notice.ts'

export interface ReceiveMailParts extends DeskParts {
  readonly cage: Cage
  readonly resolveTxt: ResolveTxt
}

/** One mail as the door took it. */
export interface ArrivedMail {
  readonly recipient: string
  readonly bytes: Uint8Array
}

/** What became of it; each of these is committed. `no-mailbox`: nobody here has this address. */
export type ReceiveMailOutcome =
  | { readonly kind: 'stored'; readonly conversationId: ConversationId }
  | { readonly kind: 'repeated' }
  | { readonly kind: 'noticed' }
  | { readonly kind: 'quarantined' }
  | { readonly kind: 'no-mailbox' }

/** A Date header further from now than this is not believed, and the moment of arrival is taken. */
const DATE_TRUST_MS = 14 * DAY_MS

/**
 * Takes a mail in: read in the cage, understood, judged, redacted and stored in one transaction. What cannot be placed
 * is quarantined; nothing is dropped. Throws when it could not be stored; then nothing was, and the sender tries again.
 */
export async function receiveMail(parts: ReceiveMailParts, arrived: ArrivedMail): Promise<ReceiveMailOutcome> {
  const mailbox = await mailboxOf(parts, arrived.recipient)
  if (!mailbox) return { kind: 'no-mailbox' }
  const parsed = await parts.cage.parse(arrived.bytes)
  const read = await reader(parts, { mailbox, bytes: arrived.bytes, parsed })
  const outcome = await inAccount(
    parts,
    { personId: DESK_PERSON, tokenId: undefined },
    { accountId: mailbox.accountId, permission: 'mail:receive' },
    read,
  )
  return isDenied(outcome) ? { kind: 'no-mailbox' } : outcome
}

/** Whether the desk has a mailbox of this address. */
export async function hasMailbox(parts: DeskParts, address: string): Promise<boolean> {
  return (await mailboxOf(parts, address)) !== undefined
}

async function mailboxOf(parts: DeskParts, address: string): Promise<Mailbox | undefined> {
  const found = await asPerson(parts.db, DESK_PERSON, (tx) =>
    listMailboxesAt(tx, mintPersonScope(DESK_PERSON), address.trim().toLowerCase()),
  )
  return found[0]
}

interface ReadMail {
  readonly mailbox: Mailbox
  readonly bytes: Uint8Array
  readonly parsed: ParseOutcome
}

/** Decides before the transaction what has to be done in it; DNS is asked here, never with a transaction open. */
async function reader(parts: ReceiveMailParts, read: ReadMail): Promise<(step: Step) => Promise<ReceiveMailOutcome>> {
  const { mailbox, bytes, parsed } = read
  if (!parsed.ok) return quarantine({ mailbox, bytes, reason: parsed.reason, headers: parsed.headers })
  const { mail } = parsed
  const understood = understand(mail, parts.pack)
  const headers = rawText(`From: ${mail.from.name} <${mail.from.address}>\nSubject: ${mail.subject}`)
  if (understood.kind === 'other') return quarantine({ mailbox, bytes, reason: 'not-amazon', headers })
  const { pack, resolveTxt } = parts
  const authenticity = await authenticityOf(bytes, { fromAddress: mail.from.address, pack, resolveTxt })
  const at = arrivalTime(mail, parts.clock.now())
  if (understood.kind === 'buyer-message') {
    const arrived = { mail: understood, mailbox, bytes, at, mailId: mail.mailId, authenticity }
    return (step) => receiveMessage(step, arrived)
  }
  return async (step) => {
    const placed = await recordNotice(step, { notice: understood, mailbox, bytes, at, authenticity })
    if (placed) return { kind: 'noticed' }
    return quarantine({ mailbox, bytes, reason: 'ambiguous', headers })(step)
  }
}

function quarantine(mail: Parameters<typeof quarantineMail>[1]): (step: Step) => Promise<ReceiveMailOutcome> {
  return async (step) => {
    await quarantineMail(step, mail)
    return { kind: 'quarantined' }
  }
}

function arrivalTime(mail: ParsedMail, now: Date): Date {
  const at = mail.date?.getTime() ?? Number.NaN
  return at <= now.getTime() && at >= now.getTime() - DATE_TRUST_MS ? new Date(at) : now
}

function isDenied(outcome: ReceiveMailOutcome | Denied): outcome is Denied {
  return 'ok' in outcome
}
