/** The tags of a DKIM signature that say what it covers and where its key is. */
export interface SignatureTags {
  /** `d=`, lower case. */
  readonly domain: string
  /** `s=`, lower case. */
  readonly selector: string
  /** `h=`: names in lower case, as often as they stand there. */
  readonly names: readonly string[]
  /** `l=` stands there, whatever its number. */
  readonly isPartial: boolean
}

/** ASCII only, so that no letter of another script folds into one of Amazon's names. */
const HOST_NAME = /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/u

/** Longest name DNS knows. */
const NAME_MAX = 253

/** Reads the value of a DKIM-Signature header. Undefined when a tag stands twice, or domain or selector are no names. */
export function signatureTags(value: string): SignatureTags | undefined {
  const tags = new Map<string, string>()
  for (const tag of value.split(';')) {
    const equals = tag.indexOf('=')
    const name = tag.slice(0, Math.max(0, equals)).trim()
    if (equals < 0) continue
    if (tags.has(name)) return undefined
    tags.set(name, tag.slice(equals + 1).replace(/\s+/gu, ''))
  }
  const domain = hostName(tags.get('d') ?? '')
  const selector = hostName(tags.get('s') ?? '')
  if (domain === undefined || selector === undefined) return undefined
  const names = (tags.get('h') ?? '').toLowerCase().split(':')
  return { domain, selector, names, isPartial: tags.has('l') }
}

/** Where DNS has the key of a signature. */
export function keyNameOf({ domain, selector }: SignatureTags): string {
  return `${selector}._domainkey.${domain}`
}

/** A host's name in lower case, or nothing for what is none: empty, too long, not ASCII, with a dot at an end. */
export function hostName(text: string): string | undefined {
  const name = text.replace(/[A-Z]/gu, (letter) => letter.toLowerCase())
  return name.length <= NAME_MAX && HOST_NAME.test(name) ? name : undefined
}
