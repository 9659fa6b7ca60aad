import { after, DAY_MS, SECOND_MS } from '../../../src/base/clock.ts'
import { buyerMail } from '../../desk/buyer-mail.ts'
import type { MailToDeliver } from '../dovecot/maildir.ts'

/** What a mailbox is filled with, and what must become of it. */
export interface FaultyMails {
  readonly mails: readonly MailToDeliver[]
  /** How many messages must be stored, by order. */
  readonly byOrder: Readonly<Record<string, number>>
  readonly quarantined: number
}

const MIDNIGHT = new Date('2026-11-20T00:00:00Z')

/**
 * Mails with what readers of mailboxes stumble over: no Message-ID, the same Message-ID on different messages, the same
 * message under several Message-IDs, days that end between two mails, and mails that are nobody's.
 */
export function faultyMails(count: number, to: string): FaultyMails {
  const mails: MailToDeliver[] = []
  const byOrder: Record<string, number> = {}
  let quarantined = 0
  while (mails.length < count) {
    const number = mails.length
    const at = after(MIDNIGHT, Math.floor(number / 50) * DAY_MS * 0.01 + (number % 3) * SECOND_MS - SECOND_MS)
    if (number % 97 === 5) {
      mails.push({ bytes: `From: shop${number}@elsewhere.example\r\nSubject: Angebot ${number}\r\n\r\nHallo\r\n`, at })
      quarantined += 1
      continue
    }
    const text = `Guten Tag, wo ist mein Paket Nummer ${number}?`
    const orderId = orderOf(number)
    const mail = messageOf({ number, to, text, orderId })
    mails.push({ bytes: mail, at })
    byOrder[orderId] = (byOrder[orderId] ?? 0) + 1
    if (number % 41 === 7 && mails.length < count) {
      mails.push({
        bytes: mail.replace(/^Message-ID: .*$/mu, `Message-ID: <copy-${number}@eu-west-1.amazonses.com>`),
        at,
      })
    }
  }
  return { mails, byOrder, quarantined }
}

const MAILS_A_BUYER = 3

function orderOf(number: number): string {
  return `302-${String(Math.floor(number / MAILS_A_BUYER)).padStart(7, '0')}-7654321`
}

function messageOf(of: {
  readonly number: number
  readonly to: string
  readonly text: string
  readonly orderId: string
}): string {
  const { number } = of
  const buyer = Math.floor(number / MAILS_A_BUYER)
  const mail = buyerMail({
    ...of,
    alias: `faulty${String(buyer).padStart(8, '0')}`,
    threadToken: `A0T${buyer}`,
    messageToken: `A0M${number}`,
  })
  if (number % 11 === 3) return mail.replace(/^Message-ID: .*\r\n/mu, '')
  return number % 13 === 4 ? mail.replace(/^Message-ID: .*$/mu, 'Message-ID: <the-same@eu-west-1.amazonses.com>') : mail
}
