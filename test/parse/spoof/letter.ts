/** Headers of a buyer's mail as Amazon sends it, in order. */
const HEADERS: Readonly<Record<string, string>> = {
  From: 'Klara Muster <k7muster00alias@marketplace.amazon.de>',
  'Reply-To': 'Klara Muster <k7muster00alias@marketplace.amazon.de>',
  To: 'desk@shop.example',
  Subject: 'Frage von Amazon-Kunde Klara Muster',
  Date: 'Tue, 24 Nov 2026 10:00:00 +0000',
  'Message-ID': '<0102-muster@eu-west-1.amazonses.example>',
  'MIME-Version': '1.0',
  'Content-Type': 'text/plain; charset=utf-8',
}

/** A buyer's mail with some headers changed, or left out when they are undefined. Lines end in CRLF. */
export function letter(changes: Readonly<Record<string, string | undefined>> = {}, body = BODY): string {
  const headers = Object.entries({ ...HEADERS, ...changes })
  const lines = headers.flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]))
  return `${lines.join('\r\n')}\r\n\r\n${body}`
}

export const BODY = 'Guten Tag,\r\nwann kommt meine Lampe?  Sie fehlt noch.\r\n\r\n'

/** A mail with more header lines on top. */
export function under(lines: string, mail: string): string {
  return `${lines}\r\n${mail}`
}
