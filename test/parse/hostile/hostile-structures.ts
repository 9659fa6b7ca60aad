import { type HostileMail, mailOf, multipart, read, refused } from './hostile-mail.ts'

const TEXT = 'Content-Type: text/plain'
const nested = (levels: number): string =>
  Array.from({ length: levels }, (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`).join(
    '',
  )
const inside = (levels: number): string => 'Content-Type: message/rfc822\r\n\r\nFrom: b@example.com\r\n'.repeat(levels)

/** Mails whose parts are too many, too deep or no parts. */
export const HOSTILE_STRUCTURES: readonly HostileMail[] = [
  refused('200,000 parts', () => mailOf('Content-Type: multipart/mixed; boundary=b\r\n', '--b\n\n'.repeat(200_000))),
  refused('1,001 dividing lines', () => multipart(Array.from({ length: 1_001 }, () => [TEXT, 'x'] as const))),
  read('990 texts', () =>
    multipart(
      Array.from({ length: 990 }, () => [TEXT, 'x'] as const),
      'alternative',
    ),
  ),
  read('990 files', () =>
    multipart(Array.from({ length: 990 }, (_, at) => [`Content-Type: image/png; name=${at}.png`, 'x'] as const)),
  ),
  refused('500 levels', () => mailOf(nested(500))),
  refused('500 levels in another spelling', () => mailOf(nested(500).replaceAll('boundary=', "boundary*=utf-8''"))),
  read('18 levels', () => mailOf(nested(18))),
  read('50 mails in each other', () => mailOf(inside(50))),
  read('300 mails in a digest', () =>
    multipart(
      Array.from({ length: 300 }, () => ['', 'From: b@example.com\r\n\r\nx'] as const),
      'digest',
    ),
  ),
  read('a boundary that never comes', () =>
    mailOf('Content-Type: multipart/mixed; boundary=b\r\n', 'x\r\n'.repeat(20_000)),
  ),
  read('no boundary', () => mailOf('Content-Type: multipart/mixed\r\n', '--\r\n\r\nx\r\n----\r\n')),
  read('an empty boundary', () => mailOf('Content-Type: multipart/mixed; boundary=""\r\n', '--\r\n\r\nx\r\n----\r\n')),
  read('boundaries that begin alike', () =>
    mailOf(
      'Content-Type: multipart/mixed; boundary=b\r\n',
      '--b\r\nContent-Type: multipart/mixed; boundary=b-\r\n\r\n--b-\r\n\r\n--b---\r\n--b--\r\n',
    ),
  ),
  read('the end before the beginning', () =>
    mailOf('Content-Type: multipart/mixed; boundary=b\r\n', '--b--\r\n--b\r\n\r\nx\r\n'),
  ),
  read('a part of a mail', () =>
    mailOf('Content-Type: message/partial; id=x; number=1; total=9999\r\n', 'From: b@example.com\r\n\r\nx'),
  ),
  read('a body elsewhere', () =>
    mailOf(
      'Content-Type: message/external-body; access-type=url; url="https://example.com/x"\r\n',
      'Content-Type: image/png\r\n\r\n',
    ),
  ),
  read('Content-IDs that name each other', () =>
    multipart(
      [
        ['Content-Type: text/html\r\nContent-ID: <a>', '<img src="cid:b"><iframe src="cid:a">'],
        ['Content-Type: text/html\r\nContent-Disposition: attachment\r\nContent-ID: <b>', '<img src="cid:a">'],
      ],
      'related',
    ),
  ),
  read('a report without recipients', () =>
    multipart(
      [
        ['Content-Type: message/delivery-status', 'x: y\r\n\r\n'.repeat(20_000)],
        ['Content-Type: message/rfc822', 'x'.repeat(99_999)],
      ],
      'report',
    ),
  ),
  read('a bounce that brings back 8 MB', () =>
    multipart(
      [
        ['Content-Type: message/delivery-status', 'Final-Recipient: rfc822; a@example.com\r\nStatus: 5.1.1\r\n'],
        ['Content-Type: message/rfc822', `From: b@example.com\r\n\r\n${`${'QUJD'.repeat(19)}\r\n`.repeat(107_000)}`],
      ],
      'report',
    ),
  ),
  read('a text of uuencode', () => mailOf('', `begin 644 a.exe\r\n${'M9F]O\r\n'.repeat(9_999)}end\r\n`)),
]
