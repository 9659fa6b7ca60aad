import type { Clock } from '../../../src/base/clock.ts'
import type { BuyerRequest } from '../buyer-request.ts'
import type { Desk } from '../desk.ts'
import type { MailKind, OutgoingMail } from '../door/deliveries.ts'
import type { IncomingReply } from '../door/read-reply.ts'
import { relayDomain } from '../marketplaces.ts'
import type { Mode } from '../mode.ts'
import type { Thread } from '../thread.ts'
import type { Tokens } from '../tokens.ts'
import { bounceMail } from './bounce-mail.ts'
import { buyerMailHtml, buyerMailText } from './buyer-mail.ts'
import { composeMail, type MailPlan, signMail } from './compose.ts'
import { copyMail } from './copy-mail.ts'
import { guidelinesMail, type NoticeMail, optOutMail, unapprovedSenderMail } from './notice-mail.ts'
import { buyerPhoto } from './photo.ts'
import type { SigningKey } from './signing-key.ts'
import { buyerSubject } from './subject.ts'

const SPC_DIGITS = 16
const COPY_TOKEN_DIGITS = 19

/** Notices Amazon sends by mail when a reply did not reach its buyer. */
export type NoticeKind = 'opt-out' | 'guidelines' | 'unapproved-sender'

/** Writes and signs what Amazon sends to the desk. */
export interface Mailroom {
  /** Every copy of one message of a buyer: same words and `m=`, own Message-ID and SPC mark. */
  buyerMails(options: {
    readonly thread: Thread
    readonly request: BuyerRequest
    readonly desk: Desk
    readonly messageToken: string
  }): Promise<readonly OutgoingMail[]>
  /** A copy is known by the order and the mail it is of, or by the buyer's name alone. */
  copy(about: ReplyMatter, names?: Mode['copiesName']): Promise<OutgoingMail>
  notice(kind: NoticeKind, about: ReplyMatter): Promise<OutgoingMail>
  bounce(about: ReplyMatter): Promise<OutgoingMail>
}

/** A reply, the thread it went to, and whose desk it came from. */
export interface ReplyMatter {
  readonly thread: Thread
  readonly reply: IncomingReply
  readonly desk: Desk
}

export function createMailroom(parts: { key: SigningKey; tokens: Tokens; clock: Clock }): Mailroom {
  const { key, tokens, clock } = parts

  const post = async (
    kind: MailKind,
    thread: Thread,
    plan: Omit<MailPlan, 'mailId' | 'boundary' | 'marketplaceId'>,
  ) => {
    const mailId = tokens.mailId(clock.now())
    const raw = await composeMail(
      { ...plan, mailId, boundary: tokens.boundary(), marketplaceId: thread.marketplace.id },
      key,
    )
    const from = `no-reply@${relayDomain(thread.marketplace)}`
    return { kind, mailId, relayAddress: thread.relayAddress, envelope: { from, to: plan.to }, raw }
  }

  return {
    async buyerMails({ thread, request, desk, messageToken }) {
      const mails: OutgoingMail[] = []
      for (let copy = 0; copy < (request.copies ?? 1); copy += 1) {
        const spcDigits = tokens.digits(SPC_DIGITS)
        const language = request.language ?? desk.language
        const signature = tokens.signature()
        const content = { thread, language, text: request.text, messageToken, signature, spcDigits }
        mails.push(
          await post('buyer-message', thread, {
            from: { name: thread.buyerName, address: thread.relayAddress },
            to: desk.mailbox,
            subject: request.subject ?? buyerSubject(thread),
            date: request.sentAt ?? clock.now(),
            notificationType: 'BBC_MESSAGE_SENT_TO_MERCHANT',
            text: buyerMailText(content),
            html: htmlPart(request.html, () => buyerMailHtml(content)),
            attachments: request.photo === true ? [buyerPhoto()] : [],
          }),
        )
      }
      return mails
    },
    async copy({ thread, reply, desk }, names = 'order') {
      const isNamed = names === 'order'
      const tokenDigits = tokens.digits(COPY_TOKEN_DIGITS)
      return post('copy', thread, {
        from: { name: shopName(thread), address: 'donotreply@amazon.com' },
        to: desk.mailbox,
        date: clock.now(),
        inReplyTo: isNamed ? reply.mailId : undefined,
        notificationType: 'BBC_MESSAGE_CONFIRMATION_TO_MERCHANT',
        ...copyMail({
          thread: isNamed ? thread : { ...thread, order: undefined },
          language: desk.language,
          text: reply.text,
          tokenDigits,
        }),
      })
    },
    async notice(kind, about) {
      const { thread, reply, desk } = about
      return post(kind, thread, {
        from: { name: shopName(thread), address: 'auto-communication@amazon.com' },
        to: desk.mailbox,
        date: clock.now(),
        // Amazon's opt-out mail is found by its order and its mailto link; it answers no Message-ID.
        inReplyTo: kind === 'opt-out' ? undefined : reply.mailId,
        notificationType: kind === 'opt-out' ? 'BUYER_OPTED_OUT_BSM_MESSAGES' : undefined,
        ...noticeWords(kind, about),
      })
    },
    async bounce({ thread, reply }) {
      const from = `MAILER-DAEMON@${relayDomain(thread.marketplace)}`
      const mailId = tokens.mailId(clock.now())
      const facts = { from, to: reply.envelopeFrom, recipient: thread.relayAddress, mailId, date: clock.now() }
      const unsigned = bounceMail({ ...facts, original: reply.bytes, boundary: tokens.boundary() })
      const raw = await signMail(unsigned, from, key)
      const envelope = { from: '', to: reply.envelopeFrom }
      return { kind: 'bounce', mailId, relayAddress: thread.relayAddress, envelope, raw }
    },
  }
}

function noticeWords(kind: NoticeKind, { thread, reply, desk }: ReplyMatter): NoticeMail {
  if (kind === 'opt-out') return optOutMail({ thread, language: desk.language, at: reply.at })
  return kind === 'guidelines' ? guidelinesMail(thread) : unapprovedSenderMail(thread)
}

function htmlPart(wish: BuyerRequest['html'], write: () => string): string | undefined {
  if (wish === false) return undefined
  return typeof wish === 'string' ? wish : write()
}

function shopName({ marketplace }: Thread): string {
  return `Amazon.${marketplace.tld}`
}
