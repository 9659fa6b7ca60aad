import { attachments } from './attachments.ts'
import { asReferences, base64, encodedWord, entity, escapeHtml, multipart, quotedWord } from './mime.ts'
import type { Planter } from '../planter.ts'

/** A mail with canaries, and what it is called. */
export interface CanaryMail {
  readonly name: string
  readonly raw: string
}

/** The order of the mail with everything in it, whose conversation a copy belongs to. */
export const WHOLE_ORDER = '302-1111111-0000001'
const FOOTER =
  'https://sellercentral.amazon.de/messaging/no-response-needed?t=A0CANARYTHREAD&m=A0CANARYMAIL01&mp=A1PA6795UKMFR9'
const BEGIN = '------------- Anfang der Nachricht -------------'
const END = '------------- Ende der Nachricht -------------'
const PLAIN = 'Content-Type: text/plain; charset=utf-8'
const HTML = 'Content-Type: text/html; charset=utf-8'
const IN_BASE64 = 'Content-Transfer-Encoding: base64'

/** Mails of buyers, each of another one, with canaries wherever a buyer, or a server on the way, can write. */
export function buyersMails(planter: Planter, mailbox: string): readonly CanaryMail[] {
  return [
    { name: 'plain with attachments', raw: wholeMail(planter, mailbox) },
    { name: 'HTML only', raw: htmlMail(planter) },
    { name: 'HTML with a mark', raw: markedMail(planter) },
    { name: 'quoted history', raw: quotedMail(planter) },
    { name: 'encoded by Base64', raw: encodedMail(planter, 'Base64', encodedWord) },
    { name: 'encoded by Q', raw: encodedMail(planter, 'Q', quotedWord) },
    { name: 'Latin-1', raw: charsetMail(planter, 'iso-8859-1', 'latin1') },
    { name: 'UTF-16', raw: charsetMail(planter, 'utf-16le', 'utf16le') },
    { name: 'several texts', raw: severalTexts(planter) },
    { name: 'photo alone', raw: photoMail(planter) },
  ]
}

function buyer(alias: string, name: string): string {
  return `From: ${name} <${alias}@marketplace.amazon.de>`
}

const TYPE = 'X-Space-Notification-Type: BBC_MESSAGE_SENT_TO_MERCHANT'

function wholeMail(planter: Planter, mailbox: string): string {
  const { shown, dropped } = planter
  const boundary = `canary-${dropped.number('boundary')}`
  const text = [
    `Sie haben eine Nachricht erhalten. ${dropped.oneValue('before the begin marker')}`,
    '',
    `# ${WHOLE_ORDER}:`,
    '1 / Teekanne [ASIN: B0FIXTURE1]',
    '',
    BEGIN,
    shown.everyKind('plain body'),
    '',
    shown.everyOther('plain body'),
    END,
    shown.oneValue('behind a false end marker'),
    END,
    dropped.oneValue('behind the end marker'),
    FOOTER,
  ]
  const headers = [
    `Message-ID: <${dropped.number('Message-ID')}@eu-west-1.amazonses.com>`,
    `References: <${dropped.number('References')}@shop.example>`,
    buyer('a1canary00000001', `"${shown.oneValue('sender name')}"`),
    `Reply-To: "${dropped.oneValue('Reply-To name')}" <a1canary00000001@marketplace.amazon.de>`,
    `To: "${dropped.oneValue('To name')}" <${mailbox}>`,
    `Cc: "${dropped.oneValue('Cc name')}" <c${dropped.number('Cc address')}@privat.example>`,
    `Subject: ${shown.oneValue('subject')} (Bestellung: ${WHOLE_ORDER})`,
    TYPE,
    `X-Marketplace-ID: ${dropped.number('marketplace header')}`,
    `X-Comment: ${dropped.oneValue('X- header')}`,
    `List-Unsubscribe: <mailto:u${dropped.number('List-Unsubscribe')}@privat.example>`,
    `DKIM-Signature: v=1; a=rsa-sha256; d=privat.example; s=s${dropped.number('DKIM selector')}; h=from; bh=AA==; b=AA==;`,
    ` i=i${dropped.number('DKIM identity')}@privat.example`,
    `Received: from [127.0.0.1] by mx.shop.example for <r${dropped.number('Received')}@shop.example>; Tue, 24 Nov 2026 09:00:00 +0000`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
  ]
  return entity(headers, multipart(boundary, [entity([PLAIN], text.join('\n')), ...attachments(planter)]))
}

function htmlMail({ shown, dropped }: Planter): string {
  const paragraphs = shown.everyKind('HTML body').split('\n\n').map(escapeHtml)
  const html = [
    `<html><head><title>${dropped.oneValue('HTML title')}</title><style>/* ${dropped.oneValue('style sheet')} */</style></head>`,
    `<body data-x="${dropped.oneValue('data attribute')}"><!-- ${dropped.oneValue('comment in HTML')} -->`,
    `<img src="https://pictures.example/${dropped.number('picture address')}.png" alt="${dropped.oneValue('alt text')}" title="${dropped.oneValue('title attribute')}">`,
    ...paragraphs.map((each) => `<p>${each.replaceAll('\n', '<br>')}</p>`),
    `<p>${shown.oneValue('character references', asReferences)}</p>`,
    `<p>${[...shown.oneValue('letters between tags')].map((sign) => `<b>${sign}</b>`).join('')}</p>`,
    `<div style="display:none">${shown.oneValue('hidden text')}</div>`,
    `<a href="mailto:m${shown.number('mailto')}@privat.example?subject=${dropped.number('subject of mailto')}">Post</a>`,
    '<a href="tel:+442079460123">Ruf</a>',
    '</body></html>',
  ]
  const subject = 'Subject: Frage (Bestellung: 302-1111111-0000002)'
  return entity(
    [
      'Message-ID: <canary-html@eu-west-1.amazonses.com>',
      buyer('a1canary00000002', '"Karl"'),
      subject,
      TYPE,
      HTML,
      IN_BASE64,
    ],
    base64(html.join('\n')),
  )
}

function markedMail({ shown, dropped }: Planter): string {
  const boundary = 'canary-alternative'
  const text = escapeHtml(shown.everyKind('marked HTML'))
  const html = `<p>${dropped.oneValue('around the mark')}</p><pre style="white-space:-o-pre-wrap">${text}</pre>`
  return entity(
    [
      'Message-ID: <canary-marked@eu-west-1.amazonses.com>',
      buyer('a1canary00000003', '"Karl"'),
      'Subject: Frage (Bestellung: 302-1111111-0000003)',
      TYPE,
      `Content-Type: multipart/alternative; boundary="${boundary}"`,
    ],
    multipart(boundary, [
      entity([PLAIN], `Guten Tag. ${dropped.oneValue('plain part beside a mark')}`),
      entity([HTML, IN_BASE64], base64(html)),
    ]),
  )
}

function quotedMail({ shown }: Planter): string {
  const text = [
    'Wo bleibt mein Paket?',
    '',
    'Am Montag schrieb ich:',
    `> ${shown.everyKind('quoted history', (said) => said.replaceAll('\n', '\n> '))}`,
  ]
  return entity(
    [
      'Message-ID: <canary-quoted@eu-west-1.amazonses.com>',
      buyer('a1canary00000004', '"Karl"'),
      'Subject: Frage (Bestellung: 302-1111111-0000004)',
      TYPE,
      PLAIN,
    ],
    text.join('\n'),
  )
}

function encodedMail({ shown }: Planter, how: string, write: (text: string) => string): string {
  return entity(
    [
      `Message-ID: <canary-${how}@eu-west-1.amazonses.com>`,
      buyer(`a1canary${how.toLowerCase()}00`, write(shown.oneValue(`sender name, ${how}`))),
      `Subject: ${write(shown.oneValue(`subject, ${how}`))}`,
      TYPE,
      PLAIN,
      IN_BASE64,
    ],
    base64(shown.oneValue(`body, ${how}`)),
  )
}

function charsetMail({ shown }: Planter, charset: string, encoding: BufferEncoding): string {
  return entity(
    [
      `Message-ID: <canary-${charset}@eu-west-1.amazonses.com>`,
      buyer(`a1canary${charset.replaceAll('-', '')}`, '"Karl"'),
      'Subject: Frage',
      TYPE,
      `Content-Type: text/plain; charset=${charset}`,
      IN_BASE64,
    ],
    base64(`Grüße. ${shown.oneValue(`body, ${charset}`)}`, encoding),
  )
}

/** A value that begins in one text and ends in the next, and a text that calls itself a file. */
function severalTexts({ shown, dropped }: Planter): string {
  const boundary = 'canary-several'
  const [begin = '', end = ''] = shown
    .oneValue('between two texts', (said) => said.replace(/.{5}$/u, '\n$&'))
    .split('\n')
  return entity(
    [
      'Message-ID: <canary-several@eu-west-1.amazonses.com>',
      buyer('a1canary00000007', '"Karl"'),
      'Subject: Frage',
      TYPE,
      `Content-Type: multipart/mixed; boundary="${boundary}"`,
    ],
    multipart(boundary, [
      entity([PLAIN], begin),
      entity([PLAIN], end),
      entity([`${HTML}; name="a.html"`, IN_BASE64], base64(shown.oneValue('HTML beside a text'))),
      entity([PLAIN, 'Content-Disposition: attachment; filename="b.txt"'], dropped.oneValue('text as a file')),
    ]),
  )
}

/** Amazon names no text at all; what a server put around it is nobody's word. */
function photoMail({ dropped }: Planter): string {
  const html = `<p>${dropped.oneValue('around an empty mark')}</p><pre style="white-space:-o-pre-wrap"></pre>`
  return entity(
    [
      'Message-ID: <canary-photo@eu-west-1.amazonses.com>',
      buyer('a1canary00000005', '"Karl"'),
      'Subject: Foto',
      TYPE,
      HTML,
    ],
    html,
  )
}

/** A mail that was exported from another program, and comes in by a file. */
export function importedMail({ shown, dropped }: Planter): string {
  return entity(
    [
      `X-Mozilla-Keys: ${dropped.oneValue('header of another program')}`,
      'Message-ID: <canary-import@eu-west-1.amazonses.com>',
      buyer('a1canary00000006', `"${shown.oneValue('imported sender name')}"`),
      `Subject: ${shown.oneValue('imported subject')} (Bestellung: 302-1111111-0000006)`,
      TYPE,
      PLAIN,
    ],
    shown.everyKind('imported body'),
  )
}
