/** A mail or a part of one: headers, an empty line, content. */
export function entity(headers: readonly string[], content: string): string {
  return [...headers, '', content].join('\r\n').replaceAll(/\r?\n/gu, '\r\n')
}

/** Content of a multipart entity. */
export function multipart(boundary: string, parts: readonly string[]): string {
  return [...parts.map((part) => `--${boundary}\r\n${part}\r\n`), `--${boundary}--\r\n`].join('')
}

/** RFC 2047, by Base64. */
export function encodedWord(text: string): string {
  return `=?utf-8?B?${base64(text)}?=`
}

/** RFC 2047, by the alphabet that leaves letters and digits as they are. */
export function quotedWord(text: string): string {
  const signs = [...Buffer.from(text)].map((byte) => {
    if (byte === 32) return '_'
    return /[A-Za-z0-9]/u.test(String.fromCharCode(byte)) ? String.fromCharCode(byte) : inHex('=', byte)
  })
  return `=?utf-8?Q?${signs.join('')}?=`
}

/** RFC 2231, in two pieces. */
export function extendedName(name: string): string {
  const signs = [...Buffer.from(name)].map((byte) =>
    /[A-Za-z0-9]/u.test(String.fromCharCode(byte)) ? String.fromCharCode(byte) : inHex('%', byte),
  )
  const middle = Math.floor(signs.length / 2)
  return `filename*0*=utf-8''${signs.slice(0, middle).join('')};\r\n filename*1*=${signs.slice(middle).join('')}`
}

export function base64(text: string, encoding: BufferEncoding = 'utf8'): string {
  return Buffer.from(text, encoding).toString('base64').replaceAll(/.{76}/gu, '$&\r\n')
}

/** Each character by its number. */
export function asReferences(text: string): string {
  return [...text].map((sign) => `&#${sign.codePointAt(0)};`).join('')
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

function inHex(mark: string, byte: number): string {
  return `${mark}${byte.toString(16).toUpperCase().padStart(2, '0')}`
}
