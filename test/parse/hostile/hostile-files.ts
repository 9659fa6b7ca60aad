import { deflateRawSync, gzipSync } from 'node:zlib'
import { fileOf, type HostileMail, multipart, read } from './hostile-mail.ts'

const MB = 1024 * 1024

/** Mails with files that hurt whoever opens them. */
export const HOSTILE_FILES: readonly HostileMail[] = [
  read('a zip bomb', () => fileOf('a.zip', 'application/zip', zipBomb())),
  read('a gzip bomb', () => fileOf('a.gz', 'application/gzip', gzipSync(Buffer.alloc(10 * MB)))),
  read('a pixel flood', () => fileOf('a.png', 'image/png', pixelFlood())),
  read('a program that says it is a picture', () => fileOf('a.jpg', 'image/jpeg', Buffer.from('MZ\0\0'))),
  read('a picture that says it is a program', () => fileOf('a.exe', 'image/png', pixelFlood())),
  read('an SVG with a script', () =>
    fileOf('a.svg', 'image/svg+xml', Buffer.from('<svg onload="x()"><script>x()</script></svg>')),
  ),
  read('a name of 90 kB', () => fileOf(`${'../'.repeat(30_000)}a.pdf`, 'application/pdf', Buffer.from('%PDF-'))),
  read('a name that turns its ending round', () =>
    fileOf('invoice\u00e2\u0080\u00aefdp.exe', 'application/pdf', Buffer.from('%PDF-')),
  ),
  read('a winmail.dat', () =>
    fileOf('winmail.dat', 'application/ms-tnef', Buffer.from('x\x9f>"'.repeat(999), 'latin1')),
  ),
  read('a signed and an encrypted mail', () =>
    multipart([
      [
        'Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\r\nContent-Transfer-Encoding: base64',
        'MIAGCSqGSIb3DQEHA6CA',
      ],
      ['Content-Type: application/pgp-encrypted', 'Version: 1'],
      ['Content-Type: application/octet-stream; name=encrypted.asc', '-----BEGIN PGP MESSAGE-----'],
    ]),
  ),
  read('a calendar of 50,000 lines', () =>
    multipart([
      ['Content-Type: text/calendar; method=REQUEST', `BEGIN:VCALENDAR\r\n${'\r\n'.repeat(50_000)}END:VCALENDAR`],
    ]),
  ),
]

/** A file of 10 MB of zeros in a zip of 10 kB that says it holds 4 GB. */
function zipBomb(): Uint8Array {
  const head = Buffer.alloc(31)
  head.write('PK\x03\x04', 'latin1')
  head.writeUInt16LE(8, 8)
  head.fill(0xff, 22, 26)
  head.writeUInt16LE(1, 26)
  head.write('a', 30)
  return Buffer.concat([head, deflateRawSync(Buffer.alloc(10 * MB))])
}

/** A PNG whose header says 60,000 by 60,000 pixels. */
function pixelFlood(): Uint8Array {
  const png = Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xea\x60\0\0\xea\x60\x08\x06\0\0\0', 'latin1')
  return Buffer.concat([png, Buffer.alloc(4_000)])
}
