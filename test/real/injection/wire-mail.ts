/** What one SMTP session said, cut at its ends of line and its final dot and nowhere else. */
export interface WireMail {
  /** The commands before the mail, without their line ends. */
  readonly commands: readonly string[]
  /** Header lines as they came, unfolded: name and value. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** The body with its dots taken back, still encoded. */
  readonly body: string
  /** What was said after the mail. */
  readonly rest: string
}

/** The longest line of a mail, RFC 5322 2.1.1. */
const LINE_MAX = 998
/** The longest line of quoted-printable, RFC 2045 6.7. */
const QP_LINE_MAX = 76

/** Reads a session as a strict server does. Throws at what no mail may hold on the wire. */
export function readWire(sent: string): WireMail {
  const at = sent.indexOf('\r\nDATA\r\n')
  if (at < 0) throw new Error('the session sent no mail')
  const said = sent.slice(at + '\r\nDATA\r\n'.length)
  const end = said.indexOf('\r\n.\r\n')
  if (end < 0) throw new Error('the mail has no end')
  const lines = said.slice(0, end).split('\r\n')
  for (const line of lines) assertLine(line)
  const [head, body] = cutAtEmptyLine(lines)
  return {
    commands: sent.slice(0, at).split('\r\n'),
    headers: unfolded(head),
    body: body.map((line) => `${line.startsWith('.') ? line.slice(1) : line}\r\n`).join(''),
    rest: said.slice(end + '\r\n.\r\n'.length),
  }
}

/** The words of a body, decoded by the letter of RFC 2045 and by no code of the desk's. Throws at an invalid one. */
export function decoded({ headers, body }: WireMail): string {
  const encoding = headers.find(([name]) => name === 'Content-Transfer-Encoding')?.[1]
  if (encoding === '7bit') return body.replaceAll('\r\n', '\n')
  if (encoding === 'base64') return Buffer.from(base64Of(body), 'base64').toString('utf8').replaceAll('\r\n', '\n')
  if (encoding !== 'quoted-printable') throw new Error(`encoded as ${encoding}`)
  for (const line of body.split('\r\n')) assertQuotedPrintable(line)
  const bytes = body
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(bytes, 'latin1')).replaceAll('\r\n', '\n')
}

function assertLine(line: string): void {
  if (line.length > LINE_MAX) throw new Error(`a line of ${line.length} bytes`)
  if (/[\r\n]/u.test(line)) throw new Error('a bare CR or LF')
  if (/[^\t\x20-\x7e]/u.test(line)) throw new Error('a byte that is no printable ASCII')
  if (line.startsWith('.') && !line.startsWith('..')) throw new Error('a dot that is not doubled')
}

function cutAtEmptyLine(lines: readonly string[]): [head: readonly string[], body: readonly string[]] {
  const at = lines.indexOf('')
  if (at < 0) throw new Error('the mail has no body')
  return [lines.slice(0, at), lines.slice(at + 1)]
}

function unfolded(lines: readonly string[]): readonly (readonly [string, string])[] {
  const whole: string[] = []
  for (const line of lines) {
    if (/^[ \t]/u.test(line) && whole.length > 0) whole.push(`${whole.pop()}${line}`)
    else whole.push(line)
  }
  return whole.map((line) => {
    const [, name, value] = /^([A-Za-z-]+): (.*)$/u.exec(line) ?? []
    if (name === undefined || value === undefined) throw new Error('a header that is none')
    return [name, value] as const
  })
}

function base64Of(body: string): string {
  const letters = body.replaceAll('\r\n', '')
  if (!/^[A-Za-z0-9+/]*={0,2}$/u.test(letters) || letters.length % 4 !== 0) throw new Error('invalid base64')
  return letters
}

function assertQuotedPrintable(line: string): void {
  if (line.length > QP_LINE_MAX) throw new Error(`a quoted-printable line of ${line.length}`)
  if (/=(?![0-9A-F]{2}|$)/u.test(line)) throw new Error('an invalid escape')
  if (/[ \t]$/u.test(line)) throw new Error('a blank at the end of a line')
}
