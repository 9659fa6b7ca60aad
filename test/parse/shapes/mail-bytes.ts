import { type Charset, encode } from './encode.ts'

type Transfer = '8bit' | 'quoted-printable' | 'base64'

/** A mail to be written. What is left out is an ordinary mail's. */
export interface MailSpec {
  /** Display name and address. */
  readonly from: readonly [name: string, address: string]
  readonly subject: string
  readonly text?: string
  readonly html?: string
  readonly charset?: Charset
  readonly transfer?: Transfer
  /** Text is format=flowed. */
  readonly isFlowed?: boolean
  readonly headers?: Readonly<Record<string, string>>
  /** A file beside the text: its type, name and bytes as text. */
  readonly attachment?: { readonly type: string; readonly name: string; readonly content: string }
}

export const SENT_AT = 'Tue, 01 Sep 2026 10:00:00 +0000'
const MIXED = 'mixed-boundary'
const ALTERNATIVE = 'alternative-boundary'

/** The bytes of a mail, line ends CRLF. */
export function mailBytes(spec: MailSpec): Buffer {
  const { charset = 'utf-8' } = spec
  const headers = {
    'Message-ID': '<shape-0001@eu-west-1.example.com>',
    Date: SENT_AT,
    From: `${encodedWord(spec.from[0], charset)} <${spec.from[1]}>`,
    To: 'desk@shop.example',
    Subject: encodedWord(spec.subject, charset),
    'MIME-Version': '1.0',
    ...spec.headers,
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n`), body(spec)])
}

function body(spec: MailSpec): Buffer {
  const content = alternatives(spec)
  if (!spec.attachment) return content
  const { type, name, content: bytes } = spec.attachment
  const head = `Content-Type: ${type}; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"`
  return multipart('mixed', MIXED, [content, Buffer.from(`${head}\r\n\r\n${crlf(bytes)}`)])
}

function alternatives(spec: MailSpec): Buffer {
  const { text, html } = spec
  const parts = [
    ...(text === undefined ? [] : [part(spec, { type: 'text/plain', content: text })]),
    ...(html === undefined ? [] : [part(spec, { type: 'text/html', content: html })]),
  ]
  const [only] = parts
  return parts.length === 1 && only ? only : multipart('alternative', ALTERNATIVE, parts)
}

function part(spec: MailSpec, { type, content }: { readonly type: string; readonly content: string }): Buffer {
  const { charset = 'utf-8', transfer = '8bit' } = spec
  const flowed = spec.isFlowed && type === 'text/plain' ? '; format=flowed' : ''
  const head = `Content-Type: ${type}; charset=${charset}${flowed}\r\nContent-Transfer-Encoding: ${transfer}\r\n\r\n`
  return Buffer.concat([Buffer.from(head), transferred(encode(crlf(content), charset), transfer)])
}

function multipart(kind: string, boundary: string, parts: readonly Buffer[]): Buffer {
  return Buffer.concat([
    Buffer.from(`Content-Type: multipart/${kind}; boundary="${boundary}"\r\n\r\n`),
    ...parts.flatMap((each) => [Buffer.from(`--${boundary}\r\n`), each, Buffer.from('\r\n')]),
    Buffer.from(`--${boundary}--\r\n`),
  ])
}

function transferred(bytes: Buffer, transfer: Transfer): Buffer {
  switch (transfer) {
    case '8bit':
      return bytes
    case 'base64':
      return Buffer.from(bytes.toString('base64').replace(/.{76}/gu, '$&\r\n'))
    case 'quoted-printable':
      return Buffer.from(quotedPrintable(bytes))
  }
}

/** Each line broken below 76 signs, as Amazon's own mails are. */
function quotedPrintable(bytes: Buffer): string {
  const signs = Array.from(bytes, (byte) =>
    (byte >= 0x20 && byte < 0x7f && byte !== 0x3d) || byte === 0x0d || byte === 0x0a
      ? String.fromCharCode(byte)
      : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  )
  return signs
    .join('')
    .split('\r\n')
    .map((line) => line.replace(/(?:=[0-9A-F]{2}|[^=]){70,72}(?=.)/gu, '$&=\r\n'))
    .join('\r\n')
}

function encodedWord(text: string, charset: Charset): string {
  if (/^[\x20-\x7e]*$/u.test(text)) return /^[\w .:'-]*$/u.test(text) ? text : `=?utf-8?B?${base64(text, 'utf-8')}?=`
  return `=?${charset}?B?${base64(text, charset)}?=`
}

function base64(text: string, charset: Charset): string {
  return encode(text, charset).toString('base64')
}

function crlf(text: string): string {
  return text.replace(/\r?\n/gu, '\r\n')
}
