import type { CanaryMail } from './buyers-mails.ts'
import { encodedWord, entity, extendedName, multipart, quotedWord } from './mime.ts'
import type { Planter } from '../planter.ts'

const PLAIN = 'Content-Type: text/plain; charset=utf-8'
/** More than the desk reads. */
const TOO_DEEP = 30

/** Mails that are set aside: a person is shown their headers, and the rest is sealed. */
export function strangersMails(planter: Planter): readonly CanaryMail[] {
  return [
    held(planter, 'not of Amazon', '<jemand@elsewhere.example>'),
    held(planter, 'look-alike', '<service@arnazon.de>'),
    held(planter, 'impersonation', '<service@elsewhere.example>', ['X-Space-Notification-Type: RETURN_REQUEST']),
    tooDeep(planter),
    repeated(planter),
  ]
}

function held({ shown, dropped }: Planter, name: string, address: string, others: readonly string[] = []): CanaryMail {
  const raw = entity(
    [
      `From: "${shown.oneValue(`sender name, ${name}`)}" ${address}`,
      `Reply-To: "${dropped.oneValue(`Reply-To name, ${name}`)}" <x@elsewhere.example>`,
      `Subject: ${shown.oneValue(`subject, ${name}`)}`,
      `X-Comment: ${dropped.oneValue(`X- header, ${name}`)}`,
      ...others,
      PLAIN,
    ],
    dropped.everyKind(`body, ${name}`),
  )
  return { name, raw }
}

/** A mail that is not read: its first headers are shown as they came. */
function tooDeep({ shown, dropped }: Planter): CanaryMail {
  let content = entity([PLAIN], dropped.oneValue('body of a mail that is too deep'))
  for (let depth = 0; depth < TOO_DEEP; depth += 1) {
    const boundary = `deep-${depth}`
    content = entity([`Content-Type: multipart/mixed; boundary="${boundary}"`], multipart(boundary, [content]))
  }
  const headers = [
    `From: "${shown.oneValue('unread sender name')}" <x@elsewhere.example>`,
    `Reply-To: ${encodedWord(shown.oneValue('unread name, Base64'))} <x@elsewhere.example>`,
    `Cc: ${quotedWord(shown.oneValue('unread name, Q'))} <x@elsewhere.example>`,
    `Subject: ${shown.oneValue('unread subject')}`,
    `Thread-Topic: ${encodedWord(shown.oneValue('unread subject, Base64'))}`,
    `X-Comment: ${shown.oneValue('unread X- header')}`,
    `X-Folded: ${shown.oneValue('unread folded header', (text) => text.replaceAll(' ', '\n '))}`,
    `Content-Disposition: attachment; ${extendedName(dropped.oneValue('unread file name, RFC 2231'))}`,
    `Message-ID: <${shown.number('unread Message-ID')}@elsewhere.example>`,
    `List-Unsubscribe: <mailto:u${shown.number('unread List-Unsubscribe')}@elsewhere.example>`,
    `DKIM-Signature: v=1; d=elsewhere.example; i=i${shown.number('unread DKIM identity')}@elsewhere.example; b=AA==`,
  ]
  return { name: 'too deep', raw: `${entity(headers, '').trimEnd()}\r\n${content}` }
}

function repeated({ shown, dropped }: Planter): CanaryMail {
  const raw = entity(
    [
      `From: "${shown.oneValue('repeated sender name')}" <a1canary00000009@marketplace.amazon.de>`,
      `Subject: ${shown.oneValue('first subject')}`,
      `Subject: ${shown.oneValue('second subject')}`,
      PLAIN,
    ],
    dropped.oneValue('body below repeated headers'),
  )
  return { name: 'repeated headers', raw }
}
