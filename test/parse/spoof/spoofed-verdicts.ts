import type { Case } from './judged.ts'
import { BODY, letter, under } from './letter.ts'
import { signed } from './signer.ts'
import { AMAZON } from './signers.ts'

const PASS = 'dkim=pass header.d=amazon.de'
const byAmazon = { domain: 'amazon.de', selector: 'amz', key: AMAZON.key }
const says = (value: string, mail = letter()) => under(`Authentication-Results: ${value}`, mail)
const SIGNED = signed(letter(), byAmazon)
const EDITED = SIGNED.replace('Lampe', 'Kreditkarte')

/** Words of servers that say nothing, or are not our server's. */
export const FALSE_VERDICTS: readonly Case[] = [
  is('unverified', 'another server', says(`mx.evil.test; ${PASS}`)),
  is('unverified', 'a server below ours', says(`a.mx.shop.example; ${PASS}`)),
  is('unverified', 'a server whose name begins with ours', says(`mx.shop.example.evil.test; ${PASS}`)),
  is('unverified', 'our server in a comment', says(`mx.evil.test (mx.shop.example); ${PASS}`)),
  is('unverified', 'our server in an encoded word', says(`=?utf-8?q?mx.shop.example?=; ${PASS}`)),
  is('unverified', 'our server of another version', says(`mx.shop.example 2; ${PASS}`)),
  is(
    'failed',
    'a false word below our server’s',
    says(`mx.shop.example; dkim=fail header.d=amazon.de`, says(`mx.shop.example; ${PASS}`)),
  ),
  is(
    'unverified',
    'a false word below our server’s silence',
    says(`mx.shop.example; none`, says(`mx.shop.example; ${PASS}`)),
  ),
  is(
    'failed',
    'a false word above our server’s',
    says(`mx.shop.example; ${PASS}`, says('mx.shop.example; dkim=fail header.d=amazon.de')),
  ),
  is(
    'failed',
    'a false word above our server’s DMARC',
    says(`mx.shop.example; ${PASS}`, says('mx.shop.example; dmarc=fail header.from=amazon.de')),
  ),
  is('unverified', 'a pass in a comment', says(`mx.shop.example; dkim=none (; ${PASS})`)),
  is('unverified', 'a pass in a comment in a comment', says(`mx.shop.example; dkim=none ((x) ; ${PASS})`)),
  is('unverified', 'a pass behind an escaped bracket', says(`mx.shop.example; dkim=none (\\) ; ${PASS} )`)),
  is('unverified', 'a pass in a reason', says(`mx.shop.example; dkim=none reason="; ${PASS}"`)),
  is('unverified', 'a pass behind a comment that does not end', says(`mx.shop.example; ${PASS}; spf=none (x`)),
  is('unverified', 'a pass behind a quote that does not end', says(`mx.shop.example; ${PASS}; spf=none reason="x`)),
  is('unverified', 'a pass of a stranger', says('mx.shop.example; dkim=pass header.d=evil.test')),
  is('unverified', 'a pass of a look-alike', says('mx.shop.example; dkim=pass header.d=amazon.de.evil.test')),
  is(
    'unverified',
    'a pass of a stranger who names Amazon',
    says('mx.shop.example; dkim=pass header.d=evil.test header.i=@amazon.de'),
  ),
  is(
    'unverified',
    'a pass of a stranger with Amazon in its quotes',
    says('mx.shop.example; dkim=pass header.i="@amazon.de"@evil.test'),
  ),
  is(
    'unverified',
    'a pass in the property of another method',
    says('mx.shop.example; spf=pass dkim=pass smtp.mailfrom=amazon.de'),
  ),
  is('unverified', 'a pass of another kind', says('mx.shop.example; dkim=pass policy.d=amazon.de')),
  is(
    'unverified',
    'another method',
    says('mx.shop.example; x-dkim=pass header.d=amazon.de; dkim-adsp=pass header.d=amazon.de'),
  ),
  is('unverified', 'a word that begins like pass', says('mx.shop.example; dkim=passed header.d=amazon.de')),
  is('unverified', 'a pass of another version', says('mx.shop.example; dkim/2=pass header.d=amazon.de')),
  is(
    'unverified',
    'a pass of Amazon for a mail of a stranger',
    says(`mx.shop.example; ${PASS}`, letter({ From: 'Amazon <a@evil.test>' })),
  ),
  is('unverified', 'a pass of another country of Amazon', says('mx.shop.example; dkim=pass header.d=amazon.com')),
  is('unverified', 'SPF alone', says('mx.shop.example; spf=pass smtp.mailfrom=amazon.de')),
  is('unverified', 'DMARC alone', says('mx.shop.example; dmarc=pass header.from=amazon.de')),
  is(
    'failed',
    'DMARC through SPF with an edited text',
    says('mx.shop.example; spf=pass smtp.mailfrom=amazon.de; dmarc=pass header.from=amazon.de', EDITED),
  ),
  is('failed', 'DMARC fails', says('mx.shop.example; dmarc=fail header.from=amazon.de')),
  is(
    'failed',
    'DKIM fails at our server, though the mail holds by now',
    says('mx.shop.example; dkim=fail header.d=amazon.de', SIGNED),
  ),
  is('unverified', 'a pass for a mail whose text was edited since', says(`mx.shop.example; ${PASS}`, EDITED)),
  is(
    'unverified',
    'a pass for a signature that covers the beginning alone',
    says(`mx.shop.example; ${PASS}`, signed(letter({}, BODY), { ...byAmazon, selector: 'unknown', covered: 0 })),
  ),
  is(
    'unverified',
    'a pass for a signature without the subject',
    says(`mx.shop.example; ${PASS}`, signed(letter(), { ...byAmazon, selector: 'unknown', names: ['from'] })),
  ),
]

function is(becomes: Case['becomes'], name: string, mail: string): Case {
  return { name, mail, becomes }
}
