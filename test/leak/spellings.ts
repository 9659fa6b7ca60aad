/** A value in one spelling, as the bytes that would be found. */
export interface Spelling {
  readonly how: string
  readonly bytes: Buffer
}

/** A shorter needle is found by chance in random bytes; a value itself is looked for however short it is. */
const SHORTEST_BYTES = 8
/** So many characters of Base64 stand for nine; fewer are found by chance in the Base64 of other numbers. */
const SHORTEST_BASE64 = 12

/** Every way in which a value might be written down, each once. */
export function spellingsOf(value: string): readonly Spelling[] {
  const texts = new Map(textsOf(value).map((text) => [text.words, text.how]))
  const all = [...texts].flatMap(([words, how]) => writings(words).map((each) => ({ ...each, how: how + each.how })))
  const byBytes = new Map(all.map((spelling) => [spelling.bytes.toString('latin1'), spelling]))
  return [...byBytes.values()].filter(
    ({ how, bytes }) => bytes.length >= SHORTEST_BYTES || (how === 'as written' && bytes.length >= SHORTEST_BYTES / 2),
  )
}

/** What is left of a value after what a reader or a database may do to its letters, the value itself last. */
function textsOf(value: string): readonly { readonly how: string; readonly words: string }[] {
  const seen = value.replaceAll(/\p{Cf}/gu, '')
  const plain = withAsciiDigits(seen.normalize('NFKC'))
  const bare = plain.replaceAll(/[^\p{L}\p{N}]/gu, '')
  return [
    { how: 'bare and reversed', words: reversed(bare) },
    { how: 'reversed', words: reversed(value) },
    { how: 'lower case', words: value.toLowerCase() },
    { how: 'without separators', words: bare },
    { how: 'in plain characters', words: plain },
    { how: 'without separators, digits as they came', words: seen.replaceAll(/[^\p{L}\p{N}]/gu, '') },
    { how: 'on one line', words: seen.replaceAll(/\s+/gu, ' ') },
    { how: 'as written', words: value },
  ]
}

function writings(text: string): readonly Spelling[] {
  const utf8 = Buffer.from(text)
  const hex = utf8.toString('hex')
  const escaped = text.replaceAll(/[^ -~]/gu, (sign) => asUnits(sign))
  return [
    { how: ', UTF-16BE', bytes: Buffer.from(text, 'utf16le').swap16() },
    { how: ', UTF-16LE', bytes: Buffer.from(text, 'utf16le') },
    { how: ', Latin-1', bytes: /^[\0-\xff]*$/u.test(text) ? Buffer.from(text, 'latin1') : utf8 },
    { how: ', hex', bytes: Buffer.from(hex) },
    { how: ', HEX', bytes: Buffer.from(hex.toUpperCase()) },
    ...[0, 1, 2].flatMap((offset) => {
      const base64 = base64At(utf8, offset)
      if (base64.length < SHORTEST_BASE64) return []
      return [
        { how: `, Base64 at ${offset}`, bytes: Buffer.from(base64) },
        { how: `, Base64url at ${offset}`, bytes: Buffer.from(base64.replaceAll('+', '-').replaceAll('/', '_')) },
      ]
    }),
    { how: ', quoted-printable', bytes: Buffer.from(quotedPrintable(utf8)) },
    { how: ', RFC 2047 Q', bytes: Buffer.from(quotedPrintable(utf8).replaceAll(' ', '_')) },
    { how: ', RFC 2047 Q, all encoded', bytes: Buffer.from(inHex(utf8, '=').replaceAll('=20', '_')) },
    { how: ', RFC 2231', bytes: Buffer.from(inHex(utf8, '%')) },
    { how: ', URL', bytes: Buffer.from(encodeURIComponent(text)) },
    { how: ', form', bytes: Buffer.from(new URLSearchParams({ '': text }).toString().slice(1)) },
    { how: ', in a row', bytes: Buffer.from(text.replaceAll(/["\\]/gu, '$&$&')) },
    { how: ', JSON in ASCII', bytes: Buffer.from(escaped) },
    { how: ', JSON', bytes: Buffer.from(JSON.stringify(text).slice(1, -1)) },
    { how: '', bytes: utf8 },
  ]
}

/** What is the same of a text's Base64 whatever stands before and after it, beginning so many bytes into a triple. */
function base64At(utf8: Buffer, offset: number): string {
  const padded = Buffer.concat([Buffer.alloc(offset), utf8])
  const firstWhole = offset === 0 ? 0 : 4
  return padded.toString('base64').slice(firstWhole, Math.floor(padded.length / 3) * 4)
}

function quotedPrintable(utf8: Buffer): string {
  return [...utf8]
    .map((byte) => (byte < 32 || byte > 126 || byte === 61 ? `=${hexOf(byte)}` : String.fromCharCode(byte)))
    .join('')
}

/** Letters and digits as they are, every other byte by its number. */
function inHex(utf8: Buffer, mark: string): string {
  return utf8.toString('latin1').replaceAll(/[^A-Za-z0-9]/gu, (sign) => mark + hexOf(sign.charCodeAt(0)))
}

function hexOf(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, '0')
}

function asUnits(sign: string): string {
  return Array.from({ length: sign.length }, (_, at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, '0')}`).join(
    '',
  )
}

function withAsciiDigits(text: string): string {
  return text.replaceAll(/\p{Nd}/gu, (digit) => String(digitValue(digit.codePointAt(0) ?? 0)))
}

/** Digits of every script stand ten in a row, from zero to nine. */
function digitValue(point: number): number {
  let zero = point
  while (/^\p{Nd}$/u.test(String.fromCodePoint(zero - 1)) && point - zero < 9) zero -= 1
  return point - zero
}

function reversed(text: string): string {
  return [...text].toReversed().join('')
}
