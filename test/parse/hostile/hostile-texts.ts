import { type HostileMail, partOf, read, refused } from './hostile-mail.ts'

const MB = 1024 * 1024

/** Mails whose encodings or markup are made to cost time and memory. */
export const HOSTILE_TEXTS: readonly HostileMail[] = [
  read('a file of 250,000 lines', () => partOf('image/png', 'x\r\n'.repeat(250_000))),
  refused('a text of 20 MB in base64', () =>
    partOf('text/plain', `${'QUJD'.repeat(19)}\r\n`.repeat(260_000), 'base64'),
  ),
  read('a file of 20 MB in base64', () => partOf('image/png', `${'QUJD'.repeat(19)}\r\n`.repeat(260_000), 'base64')),
  read('a file of 10 MB in one line', () => partOf('image/png', 'x'.repeat(10 * MB))),
  refused('more than a mail may hold', () => partOf('image/png', 'x'.repeat(26 * MB))),
  refused('a text of 2 MB in one line', () => partOf('text/plain', 'x'.repeat(2 * MB))),
  read('base64 that is none', () => partOf('image/png', '=A=*'.repeat(MB / 16), 'base64')),
  read('padding alone', () => partOf('image/png', '='.repeat(MB), 'base64')),
  read('soft line ends alone', () => partOf('text/plain', '=\r\n'.repeat(MB / 4), 'quoted-printable')),
  refused('quoted-printable that is broken', () => partOf('text/plain', '=4=ZZ='.repeat(100_000), 'quoted-printable')),
  refused('blanks at the ends of lines', () =>
    partOf('text/plain', `${' '.repeat(500)}\r\n`.repeat(1_500), 'quoted-printable'),
  ),
  refused('a flowed text that is quoted 900 times', () =>
    partOf('text/plain; format=flowed; delsp=yes', `${'>'.repeat(900)} \r\n`.repeat(900)),
  ),
  read('an unknown charset', () => partOf('text/plain; charset=x-none', '\u00ff'.repeat(99_999))),
  read('a charset of 100 kB', () => partOf(`text/plain; charset=${'x'.repeat(100_000)}`, 'x')),
  read('UTF-16 with a byte too many', () => partOf('text/plain; charset=utf-16', '\u00ff\u00fea\0\u00d8')),
  read('UTF-7', () => partOf('text/plain; charset=utf-7', '+AGE-'.repeat(9_999))),
  refused('bytes that are no UTF-8', () =>
    partOf('text/plain; charset=utf-8', '\u00ff\u00c0\u0080\u00ed\u00a0\u0080'.repeat(50_000)),
  ),
  read('an escape that does not end', () => partOf('text/plain; charset=iso-2022-jp', '\u001b$B'.repeat(50_000))),
  read('an encoding that does not exist', () => partOf('text/plain', 'x', 'rot13')),
  read('HTML of 50,000 levels', () => partOf('text/html', '<div>'.repeat(50_000))),
  read('100,000 links that do not end', () => partOf('text/html', '<a href="'.repeat(100_000))),
  read('100,000 tags that do not end', () => partOf('text/html', '<a '.repeat(100_000))),
  read('a comment of 1 MB', () => partOf('text/html', `<!--${'-'.repeat(MB)}`)),
  refused('200,000 entities', () => partOf('text/html', '&amp;&#0;&#x110000;&notit;'.repeat(40_000))),
  read('lists of 5,000 levels', () => partOf('text/html', '<ul><li>'.repeat(5_000))),
  refused('HTML of 3 MB', () => partOf('text/html', '<p>x</p>'.repeat((3 * MB) / 8))),
  read('scripts, frames and pictures from elsewhere', () =>
    partOf(
      'text/html',
      '<script src="https://example.com/x.js"></script><img src="https://example.com/p.png"><iframe src="https://example.com">',
    ),
  ),
]
