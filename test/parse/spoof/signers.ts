import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { ResolveTxt } from '../../../src/parse/dkim-keys.ts'

/** A key and what stands in DNS of it. */
export interface Signer {
  readonly key: KeyObject
  readonly record: string
}

function rsa(bits: number, tags = ''): Signer {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: bits })
  const der = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  return { key: privateKey, record: `v=DKIM1; k=rsa; ${tags}p=${der}` }
}

function ed25519(): Signer {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const raw = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64')
  return { key: privateKey, record: `v=DKIM1; k=ed25519; p=${raw}` }
}

export const AMAZON = rsa(2048)
export const AMAZON_ED25519 = ed25519()
export const EVIL = rsa(2048)
export const EVIL_ED25519 = ed25519()
export const TINY = rsa(512)
export const SHORT = rsa(768)

/** Selectors of Amazon's domains; what is odd about each record is in its name. */
const RECORDS: Readonly<Record<string, string>> = {
  amz: AMAZON.record,
  ed: AMAZON_ED25519.record,
  testing: AMAZON.record.replace('k=rsa; ', 'k=rsa; t=y; '),
  strict: AMAZON.record.replace('k=rsa; ', 'k=rsa; t=s; '),
  revoked: 'v=DKIM1; k=rsa; p=',
  tiny: TINY.record,
  short: SHORT.record,
  notmail: AMAZON.record.replace('k=rsa; ', 'k=rsa; s=tlsrpt; '),
  sha1only: AMAZON.record.replace('k=rsa; ', 'k=rsa; h=sha1; '),
  version2: AMAZON.record.replace('DKIM1', 'DKIM2'),
  mixed: AMAZON.record.replace('k=rsa', 'k=ed25519'),
}

/** DNS: odd keys at each of Amazon's domains, the attacker's own key at every other one. */
export const resolveTxt: ResolveTxt = async (name) => {
  const [, selector = '', domain = ''] = /^([^.]+)\._domainkey\.(.+)$/u.exec(name) ?? []
  if (selector === 'broken') throw new Error('DNS does not answer')
  if (!/^(?:[a-z]+\.)?amazon\.(?:de|com)$/u.test(domain)) return [[EVIL.record]]
  const record = Object.hasOwn(RECORDS, selector) ? RECORDS[selector] : undefined
  // In two strings, as records longer than 255 bytes come.
  return record === undefined ? [] : [[record.slice(0, 100), record.slice(100)]]
}
