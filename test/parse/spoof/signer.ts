import { createHash, type KeyObject, sign as signBytes } from 'node:crypto'

/** How a mail is signed; written here anew, so that signer and checker share no mistake. */
export interface SignOptions {
  readonly domain: string
  readonly selector: string
  readonly key: KeyObject
  /** `h=` (Default: what Amazon signs) */
  readonly names?: readonly string[]
  /** (Default: relaxed/relaxed) */
  readonly canon?: 'relaxed/relaxed' | 'relaxed/simple' | 'simple/simple'
  /** (Default: rsa-sha256) */
  readonly algorithm?: 'rsa-sha256' | 'rsa-sha1' | 'ed25519-sha256'
  /** More tags, each with its semicolon, such as `x=1; `. */
  readonly tags?: string
  /** Characters of the body that are covered; adds `l=`. */
  readonly covered?: number
  /** The `d=` as it is written, where it is not the domain alone. */
  readonly writtenDomain?: string
  /** (Default: 1) */
  readonly version?: string
}

export const SIGNED_NAMES = ['from', 'reply-to', 'to', 'subject', 'date', 'message-id', 'mime-version', 'content-type']

/** A mail with a DKIM-Signature on top. Its lines end in CRLF; its characters are bytes. */
export function signed(mail: string, options: SignOptions): string {
  const { names = SIGNED_NAMES, canon = 'relaxed/relaxed', algorithm = 'rsa-sha256', tags = '' } = options
  const [headerCanon, bodyCanon] = canon.split('/')
  const split = mail.indexOf('\r\n\r\n')
  const body = canonicalBody(mail.slice(split + 4), bodyCanon === 'relaxed').slice(0, options.covered)
  const hash = algorithm === 'rsa-sha1' ? 'sha1' : 'sha256'
  const partial = options.covered === undefined ? '' : `l=${options.covered}; `
  const field =
    `DKIM-Signature: v=${options.version ?? '1'}; a=${algorithm}; c=${canon}; d=${options.writtenDomain ?? options.domain};\r\n` +
    ` s=${options.selector}; h=${names.join(':')}; ${tags}${partial}bh=${digest(hash, body)};\r\n b=`
  const relaxed = headerCanon === 'relaxed'
  const covered = pick(mail.slice(0, split), names).map((each) => `${canonicalField(each, relaxed)}\r\n`)
  const data = Buffer.from(covered.join('') + canonicalField(field, relaxed), 'latin1')
  return `${field}${signature(algorithm, data, options.key)}\r\n${mail}`
}

function signature(algorithm: string, data: Buffer, key: KeyObject): string {
  if (algorithm !== 'ed25519-sha256') return signBytes(algorithm.toUpperCase(), data, key).toString('base64')
  return signBytes(null, createHash('sha256').update(data).digest(), key).toString('base64')
}

function digest(hash: string, text: string): string {
  return createHash(hash).update(Buffer.from(text, 'latin1')).digest('base64')
}

/** The fields of these names, each name taking the lowest one that is left. */
function pick(header: string, names: readonly string[]): readonly string[] {
  const fields = header.split(/\r\n(?![ \t])/u)
  return names.flatMap((name) => {
    const at = fields.findLastIndex((field) => field.slice(0, field.indexOf(':')).trim().toLowerCase() === name)
    return at < 0 ? [] : fields.splice(at, 1)
  })
}

function canonicalField(field: string, isRelaxed: boolean): string {
  if (!isRelaxed) return field
  const colon = field.indexOf(':')
  const value = field
    .slice(colon + 1)
    .replace(/\r\n/gu, '')
    .replace(/[ \t]+/gu, ' ')
    .trim()
  return `${field.slice(0, colon).trim().toLowerCase()}:${value}`
}

function canonicalBody(body: string, isRelaxed: boolean): string {
  const lines = isRelaxed ? body.replace(/[ \t]+/gu, ' ').replace(/ (?=\r\n|$)/gu, '') : body
  const text = lines.replace(/(?:\r\n)+$/u, '')
  return text === '' && isRelaxed ? '' : `${text}\r\n`
}
