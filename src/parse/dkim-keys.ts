import { headerName, unfold } from './mime/header-lines.ts'
import { MailCursor } from './mime/mail-cursor.ts'
import { type AmazonDomains, amazonDomainOf } from './sender/amazon-domain.ts'
import { keyNameOf, signatureTags } from './sender/signature-tags.ts'

/** Asks DNS for the TXT records of a name, each as its strings. Injected, so that a simulated Amazon can be believed. */
export type ResolveTxt = (name: string) => Promise<readonly (readonly string[])[]>

/** Keys of DKIM signatures: the strings of a TXT record by its name, `selector._domainkey.domain` in lower case. */
export type DkimKeys = ReadonlyMap<string, readonly string[]>

/** How much of a mail is looked at, how many names are asked for it, and how long all answers may take. */
export const KEY_LIMITS = { headerBytes: 128 * 1024, names: 4, timeoutMs: 5_000 } as const

/**
 * The keys of a mail's signatures that are Amazon's by the pack; of other signers DNS is not asked. What cannot be
 * found in time has no key. Never throws.
 */
export async function dkimKeysOf(
  bytes: Uint8Array,
  { pack, resolveTxt }: { readonly pack: AmazonDomains; readonly resolveTxt: ResolveTxt },
): Promise<DkimKeys> {
  const keys = new Map<string, readonly string[]>()
  const asked = keyNames(bytes, pack).map(async (name) => {
    const record = await keyRecord(name, resolveTxt)
    if (record) keys.set(name, record)
  })
  if (asked.length > 0) await inTime(Promise.all(asked))
  // A copy: an answer that comes too late changes nothing.
  return new Map(keys)
}

function keyNames(bytes: Uint8Array, pack: AmazonDomains): readonly string[] {
  const names = new Set<string>()
  const header = new MailCursor(bytes).readHeader(KEY_LIMITS.headerBytes, () => false)
  for (const field of unfold(header.lines)) {
    if (headerName(field) !== 'dkim-signature') continue
    const tags = signatureTags(field.slice(field.indexOf(':') + 1))
    if (tags && amazonDomainOf(tags.domain, pack) !== undefined) names.add(keyNameOf(tags))
    if (names.size === KEY_LIMITS.names) break
  }
  return [...names]
}

/** Of several records at a name the one with a key. That DNS has none, or does not answer, are the same to a signature. */
async function keyRecord(name: string, resolveTxt: ResolveTxt): Promise<readonly string[] | undefined> {
  try {
    const records = await resolveTxt(name)
    return records.find((strings) => /(?:^|;)\s*p\s*=/u.test(strings.join('')))
  } catch {
    return undefined
  }
}

async function inTime(work: Promise<unknown>): Promise<void> {
  const { promise: tooLate, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, KEY_LIMITS.timeoutMs)
  await Promise.race([work, tooLate])
  clearTimeout(timer)
}
