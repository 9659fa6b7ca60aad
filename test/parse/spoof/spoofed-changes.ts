import type { Case } from './judged.ts'
import { BODY, letter, under } from './letter.ts'
import { signed, SIGNED_NAMES } from './signer.ts'
import { AMAZON } from './signers.ts'

const byAmazon = { domain: 'amazon.de', selector: 'amz', key: AMAZON.key }
const MAIL = signed(letter(), byAmazon)
const without = (...names: readonly string[]) => SIGNED_NAMES.filter((name) => !names.includes(name))
const EVIL_ADDRESS = 'Klara Muster <k7@evil.test>'
const LOOSE = { 'Reply-To': undefined, 'Content-Type': undefined }
const MULTIPART = 'multipart/mixed; boundary=Guten'

/** A mail that Amazon signed, changed on the way. */
export const CHANGED: readonly Case[] = [
  is('repeated-headers', 'a second Subject on top', under('Subject: Zahlen Sie hier', MAIL)),
  is('repeated-headers', 'a second Subject below', MAIL.replace('\r\n\r\n', '\r\nSubject: Zahlen Sie hier\r\n\r\n')),
  is('repeated-headers', 'a second From', under(`From: ${EVIL_ADDRESS}`, MAIL)),
  is('repeated-headers', 'a second From with a blank before its colon', under(`From : ${EVIL_ADDRESS}`, MAIL)),
  is('repeated-headers', 'a second From folded before its colon', under(`From\r\n : ${EVIL_ADDRESS}`, MAIL)),
  is('repeated-headers', 'a second Reply-To', under(`Reply-To: ${EVIL_ADDRESS}`, MAIL)),
  is('repeated-headers', 'a second To', under('To: other@shop.example', MAIL)),
  is('repeated-headers', 'a second Date', under('Date: Mon, 23 Nov 2026 10:00:00 +0000', MAIL)),
  is('repeated-headers', 'a second Message-ID', under('Message-ID: <other@evil.test>', MAIL)),
  is(
    'unverified',
    'a Reply-To that the mail did not have',
    under(`Reply-To: ${EVIL_ADDRESS}`, signed(letter(LOOSE), { ...byAmazon, names: without('reply-to') })),
  ),
  is(
    'failed',
    'a Reply-To that was signed as absent',
    under(`Reply-To: ${EVIL_ADDRESS}`, signed(letter(LOOSE), byAmazon)),
  ),
  is(
    'unverified',
    'a type that the mail did not have',
    under(`Content-Type: ${MULTIPART}`, signed(letter(LOOSE), { ...byAmazon, names: without('content-type') })),
  ),
  is('unverified', 'a second type on top', under(`Content-Type: ${MULTIPART}`, MAIL)),
  is('failed', 'a second type below', MAIL.replace('\r\n\r\n', `\r\nContent-Type: ${MULTIPART}\r\n\r\n`)),
  is('failed', 'another type', MAIL.replace('text/plain', 'text/html')),
  is('unverified', 'an encoding that the mail did not have', under('Content-Transfer-Encoding: base64', MAIL)),
  is(
    'unverified',
    'a Message-ID that was not signed',
    signed(letter(), { ...byAmazon, names: without('message-id') }).replace('<0102-muster', '<9999-muster'),
  ),
  is(
    'unverified',
    'a Date that was not signed',
    signed(letter(), { ...byAmazon, names: without('date') }).replace('10:00:00', '11:00:00'),
  ),
  is(
    'unverified',
    'a Subject that was not signed',
    signed(letter(), { ...byAmazon, names: without('subject') }).replace('Frage', 'Warnung'),
  ),
  is('failed', 'another Subject', MAIL.replace('Frage', 'Warnung')),
  is('failed', 'no Date any more', MAIL.replace(/Date: .*\r\n/u, '')),
  is('failed', 'the signature on the mail of another alias', MAIL.replaceAll('k7muster00alias', 'a0other0000alias')),
  is('unverified', 'the signature on the mail of a stranger', MAIL.replace(/From: .*/u, `From: ${EVIL_ADDRESS}`)),
  is('failed', 'a word of the text', MAIL.replace('Lampe', 'Kreditkarte')),
  is('failed', 'more text', `${MAIL}Zahlen Sie hier\r\n`),
  is(
    'unverified',
    'more text behind the covered length',
    `${signed(letter(), { ...byAmazon, covered: BODY.length - 4 })}Zahlen Sie hier\r\n`,
  ),
  is(
    'unverified',
    'all text, of which none is covered',
    signed(letter(), { ...byAmazon, covered: 0 }).replace('Lampe', 'Kreditkarte'),
  ),
  is(
    'unverified',
    'a covered length, though nothing was added',
    signed(letter(), { ...byAmazon, covered: BODY.length - 4 }),
  ),
  is(
    'unverified',
    'text before a line of CR CR LF that ends the header for some readers',
    under('X-A: b\r\n\r\r\nZahlen Sie hier', MAIL),
  ),
  is('unverified', 'a CR inside of a header', under('X-A: b\rSubject: Zahlen', MAIL)),
  is('unverified', 'a NUL inside of a header', under('X-A: b\0c', MAIL)),
  is('unverified', 'a header with a name that is none', under(`\u00c2\u00a0From: ${EVIL_ADDRESS}`, MAIL)),
  is('unverified', 'a line of the envelope on top', under('From k7@evil.test Tue Nov 24 10:00:00 2026', MAIL)),
]

function is(becomes: Case['becomes'], name: string, mail: string): Case {
  return { name, mail, becomes }
}
