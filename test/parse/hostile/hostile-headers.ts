import { type HostileMail, mailOf, read, refused } from './hostile-mail.ts'

const MB = 1024 * 1024
/** Just below what a header may hold. */
const FULL = 120_000

/** Mails whose headers are too many, too long or twisted. */
export const HOSTILE_HEADERS: readonly HostileMail[] = [
  refused('a header of 10 MB', () => mailOf(`X-A: ${'x'.repeat(10 * MB)}\r\n`)),
  refused('50,000 headers', () => mailOf('X-A: b\r\n'.repeat(50_000))),
  refused('a header that never ends', () => Buffer.from('X-A: b\n'.repeat(3 * MB), 'latin1')),
  read('60,000 folds', () => mailOf(`X-A: b\n${' \n'.repeat(FULL / 2)}`)),
  read('a header in one line of 120 kB', () => mailOf(`Subject: ${'x'.repeat(FULL)}\r\n`)),
  read('nothing', () => new Uint8Array(0)),
  read('line ends alone', () => Buffer.alloc(1_000, '\r\n')),
  read('CR alone', () => Buffer.alloc(FULL, '\r')),
  read('5 MB of NULs', () => mailOf('', '\0'.repeat(5 * MB).slice(0, 900_000))),
  read('NULs in its headers', () => mailOf('Sub\0ject: x\r\nTo: \0\0\r\nSubject: a\0b\r\n')),
  read('an encoded line end in its headers', () =>
    mailOf(
      'Subject: =?utf-8?Q?one=0D=0ABcc:_x@example.com=0D=0A=0D=0A?=\r\nTo: =?utf-8?Q?=0D=0A?= <b@example.com>\r\n',
    ),
  ),
  read('60,000 brackets in To', () => mailOf(`To: ${'('.repeat(FULL)}\r\n`)),
  read('60,000 escaped quotes in To', () => mailOf(`To: ${'\\"'.repeat(FULL / 2)}\r\n`)),
  read('40,000 addresses in To', () => mailOf(`To: ${'a@,'.repeat(FULL / 3)}\r\n`)),
  read('20,000 groups in To', () => mailOf(`To: ${'g:a@b;'.repeat(FULL / 6)}\r\n`)),
  read('120,000 opening angles in To', () => mailOf(`To: ${'<'.repeat(FULL)}\r\n`)),
  read('8,000 encoded words', () => mailOf(`Subject: ${'=?utf-8?q?a?= '.repeat(FULL / 15)}\r\n`)),
  read('encoded words that are broken', () => mailOf(`Subject: ${'=?utf-8?b?/?= =?x?q?=ZZ?= =?'.repeat(4_000)}\r\n`)),
  read('3,000 continued parameters', () =>
    mailOf(
      `Content-Type: text/plain;${Array.from({ length: 3_000 }, (_, at) => ` name*${at}*=utf-8''a%ff;`).join('')}\r\n`,
    ),
  ),
  read('a continued parameter with a huge number', () =>
    mailOf("Content-Type: text/plain; name*999999999*=utf-8''a; name*4294967296=b; name*-1=c\r\n"),
  ),
  read('a parameter called __proto__', () =>
    mailOf('Content-Type: text/plain; __proto__=x; constructor=y; __proto__*0=z\r\n__proto__: x\r\nconstructor: y\r\n'),
  ),
  read('a quote that does not end', () => mailOf(`Content-Type: text/plain; charset="${'x'.repeat(FULL)}\r\n`)),
  read('a comment that does not end', () => mailOf(`Content-Type: text/plain ${'('.repeat(FULL)}\r\n`)),
  read('a boundary of 100 kB', () => mailOf(`Content-Type: multipart/mixed; boundary="${'b'.repeat(100_000)}"\r\n`)),
  read('blanks of 120 kB', () => mailOf(`Content-Type: multipart/mixed;${' '.repeat(FULL)};boundary=b\r\n`)),
  read('10,000 references', () => mailOf(`References: ${'<a@b.c> '.repeat(FULL / 8)}\r\n`)),
  read('120,000 angles in Message-ID', () => mailOf(`Message-ID: ${'<'.repeat(FULL)}\r\n`)),
  read('3,000 Received', () => mailOf('Received: from a by b; Tue, 24 Nov 2026\r\n'.repeat(2_900))),
  read('a Date of 120 kB', () => mailOf(`Date: ${'1 '.repeat(FULL / 2)}\r\nReceived: ${';'.repeat(999)}x\r\n`)),
  read('verdicts in 50,000 comments', () => mailOf(`Authentication-Results: mx; ${'('.repeat(FULL)}\r\n`)),
  read('500 signatures', () =>
    mailOf('DKIM-Signature: v=1; a=rsa-sha256; d=amazon.de; s=amz; h=from; bh=x; b=y\r\n'.repeat(1_500)),
  ),
  read('a signature of 30,000 names over 10,000 headers', () =>
    mailOf(
      `DKIM-Signature: v=1; a=rsa-sha256; d=amazon.de; s=amz; bh=x; b=y; h=from${':a'.repeat(30_000)}\r\n${'a:\r\n'.repeat(10_000)}`,
    ),
  ),
  { name: 'From twice', bytes: () => mailOf('From: b@example.com\r\n'), becomes: 'repeated-headers' },
]
