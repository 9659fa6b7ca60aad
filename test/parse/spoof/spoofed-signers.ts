import type { Case } from './judged.ts'
import { BODY, letter, under } from './letter.ts'
import { signed, SIGNED_NAMES } from './signer.ts'
import { AMAZON, AMAZON_ED25519, EVIL, EVIL_ED25519, SHORT, TINY } from './signers.ts'

const byAmazon = { domain: 'amazon.de', selector: 'amz', key: AMAZON.key }
const byEvil = (domain: string) => ({ domain, selector: 'amz', key: EVIL.key })
const CUT = signed(letter(), byAmazon).replace(/b=[A-Za-z0-9+/=]+\r\n(?=From)/u, 'b=\r\n')

/** Mails without a signature, or with one of somebody else. */
export const FOREIGN_SIGNERS: readonly Case[] = [
  unverified('no signature', letter()),
  unverified('an empty signature', under('DKIM-Signature:', letter())),
  unverified('a signature of nonsense', under('DKIM-Signature: a=b=c;;;=; d; \u00ff', letter())),
  unverified('a signature in the text', letter({}, `${signed('', byEvil('amazon.de')).trim()}\r\n${BODY}`)),
  failed('a signature without its value', CUT),
  unverified('a stranger', signed(letter(), byEvil('evil.test'))),
  unverified('a look-alike', signed(letter(), byEvil('amazon-de.test'))),
  unverified('Amazon as a part of a name', signed(letter(), byEvil('amazon.de.evil.test'))),
  unverified('Amazon as the end of a name', signed(letter(), byEvil('notamazon.de'))),
  unverified('Amazon in Cyrillic, coded', signed(letter(), byEvil('xn--mazon-3ve.de'))),
  unverified('Amazon in Cyrillic, as UTF-8', signed(letter(), byEvil('\u00d0\u00b0mazon.de'))),
  unverified('a top-level domain', signed(letter(), byEvil('de'))),
  unverified('another country of Amazon', signed(letter(), { ...byAmazon, domain: 'amazon.com' })),
  unverified(
    'the author is a stranger who signs',
    signed(letter({ From: 'Amazon <a@evil.test>' }), byEvil('evil.test')),
  ),
  unverified(
    'two domains in one, Amazon first',
    signed(letter(), { ...byEvil('evil.test'), writtenDomain: 'amazon.de; d=evil.test' }),
  ),
  unverified(
    'two domains in one, Amazon last',
    signed(letter(), { ...byEvil('evil.test'), writtenDomain: 'evil.test; d=amazon.de' }),
  ),
  unverified('a tag in capitals', signed(letter(), { ...byEvil('evil.test'), tags: 'D=amazon.de; ' })),
  unverified('a domain with a dot at its end', signed(letter(), { ...byAmazon, writtenDomain: 'amazon.de.' })),
  unverified('an identity of somebody else', signed(letter(), { ...byAmazon, tags: 'i=@evil.test; ' })),
  unverified(
    'an identity of the domain above',
    signed(letter(), { ...byAmazon, domain: 'marketplace.amazon.de', tags: 'i=@amazon.de; ' }),
  ),
  failed('Amazon’s name and another key', signed(letter(), { ...byAmazon, key: EVIL.key })),
  failed(
    'Amazon’s name and another ed25519 key',
    signed(letter(), { ...byAmazon, selector: 'ed', key: EVIL_ED25519.key, algorithm: 'ed25519-sha256' }),
  ),
]

/** Signatures that are Amazon's and must not be believed all the same. */
export const BAD_SIGNATURES: readonly Case[] = [
  unverified('expired', signed(letter(), { ...byAmazon, tags: 't=1500000000; x=1500000600; ' })),
  unverified('expires before it was made', signed(letter(), { ...byAmazon, tags: 't=4000000600; x=4000000000; ' })),
  unverified('a key that is only tested', signed(letter(), { ...byAmazon, selector: 'testing' })),
  unverified('a revoked key', signed(letter(), { ...byAmazon, selector: 'revoked' })),
  unverified('a key that DNS does not have', signed(letter(), { ...byAmazon, selector: 'unknown' })),
  unverified('a DNS that does not answer', signed(letter(), { ...byAmazon, selector: 'broken' })),
  unverified('a key of 512 bits', signed(letter(), { ...byAmazon, selector: 'tiny', key: TINY.key })),
  unverified('a key of 768 bits', signed(letter(), { ...byAmazon, selector: 'short', key: SHORT.key })),
  unverified('a key that is not for mail', signed(letter(), { ...byAmazon, selector: 'notmail' })),
  unverified('a key for SHA-1 alone', signed(letter(), { ...byAmazon, selector: 'sha1only' })),
  unverified('a key of an unknown version', signed(letter(), { ...byAmazon, selector: 'version2' })),
  unverified('a key of another kind than it says', signed(letter(), { ...byAmazon, selector: 'mixed' })),
  unverified(
    'a key for the domain itself alone',
    signed(letter(), { ...byAmazon, selector: 'strict', tags: 'i=@x.amazon.de; ' }),
  ),
  unverified('SHA-1', signed(letter(), { ...byAmazon, algorithm: 'rsa-sha1' })),
  unverified(
    'an ed25519 signature that names an RSA key',
    signed(letter(), { ...byAmazon, key: AMAZON_ED25519.key, algorithm: 'ed25519-sha256' }),
  ),
  unverified('an unknown version', signed(letter(), { ...byAmazon, version: '2' })),
  unverified('another way to ask for keys', signed(letter(), { ...byAmazon, tags: 'q=http; ' })),
  unverified(
    'From is not covered',
    signed(letter(), { ...byAmazon, names: SIGNED_NAMES.filter((name) => name !== 'from') }),
  ),
  unverified(
    'Subject is not covered',
    signed(letter(), { ...byAmazon, names: SIGNED_NAMES.filter((name) => name !== 'subject') }),
  ),
  unverified('covers nothing', signed(letter(), { ...byAmazon, names: [] })),
  unverified('more signatures than are checked', manySignatures()),
]

function manySignatures(): string {
  let mail = signed(letter(), byAmazon)
  for (let at = 0; at < 8; at += 1) mail = signed(mail, byEvil(`evil${at}.test`))
  return mail
}

function unverified(name: string, mail: string): Case {
  return { name, mail, becomes: 'unverified' }
}

function failed(name: string, mail: string): Case {
  return { name, mail, becomes: 'failed' }
}
