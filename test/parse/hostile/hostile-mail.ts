import type { UnreadableReason } from '../../../src/parse/parsed-mail.ts'

/** A mail made to hurt its reader, built when it is needed, and what is to become of it. */
export interface HostileMail {
  readonly name: string
  readonly bytes: () => Uint8Array
  readonly becomes: 'read' | UnreadableReason
}

const FROM = 'From: a@example.com\r\n'

/** A mail of these header lines (each with its end) and this body, whose characters are bytes. */
export function mailOf(headers: string, body = 'Text\r\n'): Uint8Array {
  return Buffer.from(`${FROM}${headers}\r\n${body}`, 'latin1')
}

/** A mail with one part of this type, perhaps encoded. */
export function partOf(type: string, body: string, encoding = '8bit'): Uint8Array {
  return mailOf(`Content-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n`, body)
}

/** A mail of several parts, each of header lines and a body. */
export function multipart(parts: readonly (readonly [headers: string, body: string])[], kind = 'mixed'): Uint8Array {
  const written = parts.map(([headers, body]) => `--b\r\n${headers}\r\n\r\n${body}\r\n`)
  return mailOf(`Content-Type: multipart/${kind}; boundary=b\r\n`, `${written.join('')}--b--\r\n`)
}

/** A mail with a file. */
export function fileOf(name: string, type: string, content: Uint8Array): Uint8Array {
  const headers = `Content-Type: ${type}\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64`
  return multipart([[headers, Buffer.from(content).toString('base64')]])
}

export function read(name: string, bytes: () => Uint8Array): HostileMail {
  return { name, bytes, becomes: 'read' }
}

export function refused(name: string, bytes: () => Uint8Array): HostileMail {
  return { name, bytes, becomes: 'too-complex' }
}
