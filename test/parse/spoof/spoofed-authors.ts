import type { Case } from './judged.ts'
import { letter, under } from './letter.ts'
import { signed } from './signer.ts'
import { EVIL } from './signers.ts'

const ALIAS = 'k7muster00alias@marketplace.amazon.de'

/**
 * Authors who only look like Amazon's. Our server found a signature of Amazon's on each of these mails, as it does on one
 * that is sent on: whether it counts is for the author's address alone to say.
 */
export const FALSE_AUTHORS: readonly Case[] = [
  author('an address as the name', `"${ALIAS}" <x@evil.test>`),
  author('Amazon’s name', 'Amazon.de <x@evil.test>'),
  author('an encoded address as the name', '=?utf-8?q?k7muster00alias=40marketplace.amazon.de?= <x@evil.test>'),
  author('an address in brackets, encoded', '=?utf-8?q?=3Ck7=40marketplace.amazon.de=3E?= <x@evil.test>'),
  author('an encoded address alone', '=?utf-8?q?k7muster00alias=40marketplace.amazon.de?='),
  author('a quoted address before the at sign', `"${ALIAS}"@evil.test`),
  author('an at sign in quotes', `"x@evil.test x"@marketplace.amazon.de`),
  author('an address in a comment', `x@evil.test (${ALIAS})`),
  author('a comment in the address', 'x@evil.test(@marketplace.amazon.de)'),
  author('a comment that does not end', `x@evil.test (<${ALIAS}>`),
  author('a quote that does not end', `"x <x@evil.test>, ${ALIAS}`),
  author('a group', `Amazon: ${ALIAS};`),
  author('an empty group', 'Amazon:;'),
  author('two authors', `${ALIAS}, x@evil.test`),
  author('two addresses in brackets', `<${ALIAS}> <x@evil.test>`),
  author('a route', `<@marketplace.amazon.de:x@evil.test>`),
  author('two at signs', 'x@evil.test@marketplace.amazon.de'),
  author('a NUL in the domain', 'x@marketplace.amazon.de\0.evil.test'),
  author('a line end in the domain', 'x@marketplace.amazon.de\r\n .evil.test'),
  author('dots of another script', 'x@marketplace\u00e3\u0080\u0082amazon\u00e3\u0080\u0082de'),
  author('a letter of another script', 'x@marketplace.\u00d0\u00b0mazon.de'),
  author('a Kelvin sign', 'x@mar\u00e2\u0084\u00aaetplace.amazon.de'),
  author('a coded name', 'x@marketplace.xn--mazon-3ve.de'),
  author('a dot at the end', 'x@marketplace.amazon.de.'),
  author('Amazon as a part', 'x@marketplace.amazon.de.evil.test'),
  author('no author', ''),
  author('an address without a domain', 'k7muster00alias@'),
  {
    name: 'Amazon as the Sender',
    mail: under(`Sender: ${ALIAS}`, byEvil(letter({ From: 'x@evil.test' }))),
    becomes: 'unverified',
  },
]

function author(name: string, from: string): Case {
  return { name, mail: byEvil(letter({ From: from })), becomes: 'unverified' }
}

function byEvil(mail: string): string {
  const words = 'Authentication-Results: mx.shop.example; dkim=pass header.d=amazon.de'
  return under(words, signed(mail, { domain: 'evil.test', selector: 'x', key: EVIL.key }))
}
