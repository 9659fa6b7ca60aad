import { generateKeyPair } from 'node:crypto'
import { promisify } from 'node:util'
import { MARKETPLACES, relayDomain } from '../marketplaces.ts'

const KEY_BITS = 2048

/** The relay's own DKIM key, made at start and gone at its end. It signs for every domain the relay writes from. */
export interface SigningKey {
  readonly selector: string
  /** PEM. */
  readonly privateKey: string
  /** The TXT record that stands at `<selector>._domainkey.<domain>` of each of the domains. */
  readonly record: string
}

/** Where the DNS record of the signatures would be found. */
export interface DkimRecord {
  /** The first of `domains`. */
  readonly domain: string
  readonly selector: string
  readonly record: string
  /** Every domain that signs; the record is the same at all of them. */
  readonly domains: readonly string[]
}

/** Makes a key. Takes some hundred milliseconds. */
export async function createSigningKey(): Promise<SigningKey> {
  const pair = await promisify(generateKeyPair)('rsa', {
    modulusLength: KEY_BITS,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  return {
    selector: 'simulated',
    privateKey: pair.privateKey,
    record: `v=DKIM1; k=rsa; p=${pair.publicKey.toString('base64')}`,
  }
}

/** What a resolver must answer for a signature of this key to verify. */
export function dkimRecordOf({ selector, record }: SigningKey): DkimRecord {
  const domains = [...MARKETPLACES.map(relayDomain), ...MARKETPLACES.map(({ tld }) => `amazon.${tld}`)]
  return { domain: domains[0] ?? '', selector, record, domains }
}
