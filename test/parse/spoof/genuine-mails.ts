import type { Case } from './judged.ts'
import { letter, under } from './letter.ts'
import { signed, SIGNED_NAMES } from './signer.ts'
import { AMAZON, AMAZON_ED25519, EVIL } from './signers.ts'

const RELAY = 'marketplace.amazon.de'
const byRelay = { domain: RELAY, selector: 'amz', key: AMAZON.key }

/** Mails as Amazon signs them, and as they arrive on honest ways. */
export const GENUINE: readonly Case[] = [
  genuine('relaxed', signed(letter(), byRelay)),
  genuine('relaxed header, simple body', signed(letter(), { ...byRelay, canon: 'relaxed/simple' })),
  genuine('simple', signed(letter(), { ...byRelay, canon: 'simple/simple' })),
  genuine('by the domain above', signed(letter(), { ...byRelay, domain: 'amazon.de' })),
  genuine('by a domain beside, under the same one', signed(letter(), { ...byRelay, domain: 'bounces.amazon.de' })),
  genuine(
    'ed25519',
    signed(letter(), { ...byRelay, selector: 'ed', key: AMAZON_ED25519.key, algorithm: 'ed25519-sha256' }),
  ),
  genuine(
    'two signatures, one of a stranger',
    signed(signed(letter(), byRelay), { domain: 'carrier.test', selector: 'x', key: EVIL.key }),
  ),
  genuine(
    'headers signed as absent',
    signed(letter(), { ...byRelay, names: [...SIGNED_NAMES, 'from', 'subject', 'cc'] }),
  ),
  genuine('domain in capitals', signed(letter(), { ...byRelay, writtenDomain: 'Marketplace.AMAZON.de' })),
  genuine(
    'an identity below the domain',
    signed(letter(), { ...byRelay, tags: 'i=robot@mail.marketplace.amazon.de; ' }),
  ),
  genuine('not expired yet', signed(letter(), { ...byRelay, tags: 't=1700000000; x=4000000000; ' })),
  genuine('line ends of a file', signed(letter(), byRelay).replaceAll('\r\n', '\n')),
  genuine(
    'headers folded on the way',
    signed(letter(), byRelay).replace('Subject: Frage von', 'Subject:\r\n Frage  von'),
  ),
  genuine(
    'headers added on the way',
    under('Received: from a by b; Tue, 24 Nov 2026 10:00:01 +0000\r\nX-Spam: no', signed(letter(), byRelay)),
  ),
  genuine('a name in UTF-8', signed(letter({ From: `Kl\u00c3\u00a4re <k7@${RELAY}>` }), byRelay)),
  genuine(
    'the word of our server',
    under('Authentication-Results: mx.shop.example; dkim=pass header.d=amazon.de', letter()),
  ),
  genuine(
    'the word of our server, in all forms of RFC 8601',
    under(
      'Authentication-Results: MX.shop.example (a \\) server) 1;\r\n spf=none (x; dkim=fail);\r\n dkim/1 = pass (2048-bit key) reason="good; as new"\r\n header . i = "ro bot"@marketplace.amazon.de header.b=abc',
      letter(),
    ),
  ),
]

function genuine(name: string, mail: string): Case {
  return { name, mail, becomes: 'verified' }
}
