import type { Mailbox } from '../../model/account.ts'
import type { QuarantineReason } from '../../model/quarantined-mail.ts'
import { type RawText, rawText } from '../../model/text.ts'
import type { AmazonMail } from '../../parse/amazon-mail.ts'
import type { Cage } from '../../parse/cage.ts'
import { dkimKeysOf, type ResolveTxt } from '../../parse/dkim-keys.ts'
import { judgeSender, type SenderVerdict } from '../../parse/genuine.ts'
import { headerExtract } from '../../parse/header-extract.ts'
import { understand } from '../../parse/understand.ts'
import { sha256 } from '../../seal/derive.ts'
import type { DeskParts } from '../parts.ts'
import type { ArrivedNotice } from './arrived-notice.ts'
import { arrivalOf } from './arrival-of.ts'
import type { ComingMail } from './coming-mail.ts'
import type { IncomingMessage } from './incoming-message.ts'
import { messageOf, type UnderstoodMail } from './message-of.ts'

export interface ReceiveMailParts extends DeskParts {
  readonly cage: Cage
  readonly resolveTxt: ResolveTxt
  /** Told why a mail was set aside as `not-stored`. Must not throw. */
  readonly notStored?: (error: unknown) => void
}

/** A mail after it was read and judged, before anything is written: what has to be done with it. */
export interface ReadMail {
  readonly coming: ComingMail
  /** When the server took it. */
  readonly arrivedAt: Date
  readonly content: MailContent
  /** Hash (hex) by which the same mail is known again. */
  readonly digest: string
  /** Its author and subject, for a person who has to decide on it. */
  readonly headers: RawText
}

/** `notice` tells of a reply of ours; when none is found, `otherwise` is the message it is shown as. */
export type MailContent =
  | { readonly kind: 'message'; readonly message: IncomingMessage }
  | { readonly kind: 'notice'; readonly notice: ArrivedNotice; readonly otherwise: IncomingMessage | undefined }
  | { readonly kind: 'unplaced'; readonly reason: QuarantineReason }

/** `trusted-by-person`: a person released it, so that no suspicion holds it; it stays unverified. */
export type Trust = 'as-judged' | 'trusted-by-person'

/**
 * Reads a mail in the cage, understands it, judges its sender and redacts it. DNS is asked here, never with a
 * transaction open. Rejects when the cage fails: then nothing is known of the mail, and it must be offered again.
 */
export async function readComing(
  parts: ReceiveMailParts,
  mailbox: Mailbox,
  { coming, trust = 'as-judged' }: { readonly coming: ComingMail; readonly trust?: Trust },
): Promise<ReadMail> {
  if (coming.isTooLarge) return tooLarge(coming)
  const keys = await dkimKeysOf(coming.bytes, parts)
  const parsed = await parts.cage.parse(coming.bytes, keys)
  if (!parsed.ok) {
    const { reason, headers, digest } = parsed
    return { coming, arrivedAt: coming.arrivedAt, content: { kind: 'unplaced', reason }, digest, headers }
  }
  const { mail } = parsed
  const verdict = judgeSender(mail, { pack: parts.pack, authservIds: mailbox.authservIds })
  const arrival = arrivalOf(mail, coming, mailbox)
  const facts: UnderstoodMail = { mail, verdict, arrival, pack: parts.pack }
  const content = contentOf(understand(mail, parts.pack), { facts, mailbox, trust })
  const headers = rawText(`From: ${mail.from.name} <${mail.from.address}>\nSubject: ${mail.subject}`)
  return { coming, arrivedAt: arrival.arrivedAt, content, digest: mail.digest, headers }
}

/** Its bytes stayed on the server or with the sender, so it is known by its header and its size. */
function tooLarge(coming: ComingMail): ReadMail {
  return {
    coming,
    arrivedAt: coming.arrivedAt,
    content: { kind: 'unplaced', reason: 'too-large' },
    digest: sha256(coming.bytes),
    headers: headerExtract(coming.bytes),
  }
}

function contentOf(
  understood: AmazonMail,
  read: { readonly facts: UnderstoodMail; readonly mailbox: Mailbox; readonly trust: Trust },
): MailContent {
  const { facts, mailbox, trust } = read
  const suspicion = suspicionOf(understood, facts.verdict)
  if (suspicion !== undefined && trust === 'as-judged') return { kind: 'unplaced', reason: suspicion }
  switch (understood.kind) {
    case 'buyer-message':
    case 'order-notice':
      return { kind: 'message', message: messageOf(understood, facts) }
    case 'bounce':
      return { kind: 'notice', notice: noticeOf(understood, facts, mailbox), otherwise: undefined }
    case 'copy':
    case 'opted-out':
    case 'refused':
      return {
        kind: 'notice',
        notice: noticeOf(understood, facts, mailbox),
        otherwise: understood.orderId === undefined ? undefined : messageOf(understood, facts),
      }
    case 'suspect':
      return { kind: 'unplaced', reason: understood.reason }
    case 'other':
      return { kind: 'unplaced', reason: 'not-amazon' }
  }
}

/** Why a mail is not believed: it looks like Amazon's and is not, or its signature says that it was changed. */
function suspicionOf(understood: AmazonMail, verdict: SenderVerdict): QuarantineReason | undefined {
  if (understood.kind === 'other') return 'not-amazon'
  if (understood.kind === 'suspect') return understood.reason
  // A bounce comes from a mail server, which signs as itself or not at all.
  return verdict.authenticity === 'failed' && understood.kind !== 'bounce' ? 'failed-signature' : undefined
}

function noticeOf(notice: ArrivedNotice['notice'], facts: UnderstoodMail, mailbox: Mailbox): ArrivedNotice {
  const { verdict, arrival, mail } = facts
  const authenticity = verdict.authenticity === 'verified' ? 'verified' : 'unverified'
  return { notice, mailbox, at: arrival.at, authenticity, digest: mail.digest }
}
