/** A name for the test's report, and words that would start a header, a body, a command or a mail of their own. */
export interface HostileWords {
  readonly name: string
  readonly words: string
}

const HEADER = 'X-Smuggled: yes'
const COPY = 'Bcc: everybody@shop.example'

/** What tries to end a line: as it is, in an alphabet of its own, or in writing that something further on decodes. */
export const HOSTILE_WORDS: readonly HostileWords[] = [
  { name: 'CR LF', words: `Frage\r\n${HEADER}` },
  { name: 'CR LF and a recipient', words: `Frage\r\n${COPY}` },
  { name: 'LF', words: `Frage\n${HEADER}` },
  { name: 'CR', words: `Frage\r${HEADER}` },
  { name: 'CR CR LF', words: `Frage\r\r\n${HEADER}` },
  { name: 'LF CR', words: `Frage\n\r${HEADER}` },
  { name: 'an empty line', words: `Frage\r\n\r\n<p>${HEADER}</p>` },
  { name: 'NEL', words: `Frage\u0085${HEADER}` },
  { name: 'line separator', words: `Frage\u2028${HEADER}` },
  { name: 'paragraph separator', words: `Frage\u2029${HEADER}` },
  { name: 'vertical tab and form feed', words: `Frage\u000b${HEADER}\u000c${HEADER}` },
  { name: 'NUL', words: `Frage\u0000\r\n${HEADER}\u0000` },
  { name: 'file and record separators', words: `Frage\u001c${HEADER}\u001e${HEADER}` },
  { name: 'folded', words: `Frage\r\n ${HEADER}\r\n\t${COPY}` },
  { name: 'the final dot', words: `Frage\r\n.\r\nMAIL FROM:<evil@shop.example>\r\nRCPT TO:<b@shop.example>\r\nDATA` },
  { name: 'the final dot with bare line feeds', words: `Frage\n.\nMAIL FROM:<evil@shop.example>\n.\r\n` },
  { name: 'the final dot with bare returns', words: `Frage\r.\rRSET\r\n.\rQUIT` },
  { name: 'lines of dots', words: `Frage\r\n..\r\n...\r\n.${HEADER}\r\n.` },
  { name: 'a Q word of CR LF', words: `=?utf-8?q?Frage=0D=0A${HEADER.replace(' ', '_')}?=` },
  { name: 'a B word of CR LF', words: `=?utf-8?b?${Buffer.from(`Frage\r\n${HEADER}`).toString('base64')}?=` },
  { name: 'a word within a word', words: `=?utf-8?q?=3D=3Futf-8=3Fq=3F=3D0D=3D0A${HEADER.replace(' ', '_')}=3F=3D?=` },
  { name: 'two words that join to CR LF', words: `=?utf-8?q?Frage=0D?= =?utf-8?q?=0A${HEADER.replace(' ', '_')}?=` },
  { name: 'a word in UTF-7', words: '=?utf-7?q?Frage+AA0ACg-X-Smuggled:_yes?=' },
  { name: 'a word in UTF-16', words: `=?utf-16?b?${Buffer.from(`\r\n${HEADER}`, 'utf16le').toString('base64')}?=` },
  { name: 'quoted-printable', words: `Frage=0D=0A${HEADER}=\r\n=0D=0A.=0D=0A` },
  { name: 'percent signs', words: `Frage%0D%0A${HEADER}%0a` },
  { name: 'letters whose low bytes are CR LF', words: `Frage\u560d\u560a${HEADER}` },
  { name: 'bidi', words: `Frage \u202e${HEADER}\u202c \u2066${HEADER}\u2069` },
  { name: 'a boundary', words: `Frage\r\n--photo\r\nContent-Type: text/html\r\n\r\n<b>${HEADER}</b>\r\n--photo--` },
  { name: 'as long as 100 kB', words: `Frage ${'lang '.repeat(20_000)}\r\n${HEADER}` },
  { name: 'one word of 100 kB', words: `Frage${'ä'.repeat(50_000)}` },
]
