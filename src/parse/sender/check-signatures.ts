import { Readable } from 'node:stream'
import { dkimVerify } from 'mailauth/lib/dkim/verify.js'
import type { DkimKeys } from '../dkim-keys.ts'
import type { Signature } from '../parsed-mail.ts'
import { crlfPieces, withCrlf } from './crlf.ts'
import { type HeaderField, headerFields } from './header-fields.ts'
import { keyNameOf, type SignatureTags, signatureTags } from './signature-tags.ts'

/** More than the pre-scan lets a header have. */
const HEADER_MAX_BYTES = 256 * 1024

/** Shortest RSA key that is believed (RFC 8301). */
const KEY_MIN_BITS = 1_024

/** Each may cover another length of the body and so cost a hash of it; honest mails have two or three. */
const SIGNATURES_MAX = 8

/**
 * What a reader sees or answers to. Whoever may add or swap one of these on a signed mail chooses how its body is read,
 * who gets the answer, or which mail it passes for.
 */
const TELLING = [
  'from',
  'subject',
  'date',
  'message-id',
  'reply-to',
  'content-type',
  'content-transfer-encoding',
] as const

/**
 * Checks the DKIM signatures of a mail with these keys alone; DNS is not asked. Strict by RFC 6376, 8301 and 8463. None
 * are given for a mail whose header two readers could understand differently, nor for one with more than eight.
 */
export async function checkSignatures(
  bytes: Uint8Array,
  { keys, now }: { readonly keys: DkimKeys; readonly now: Date },
): Promise<readonly Signature[]> {
  const fields = headerFields(headerOf(bytes))
  const signed = fields?.filter(({ name }) => name === 'dkim-signature') ?? []
  if (!fields || signed.length === 0 || signed.length > SIGNATURES_MAX) return []
  const tags = signed.map(({ value }) => signatureTags(value))
  const hasKey = tags.some((each) => each && keys.has(keyNameOf(each)))
  const results = hasKey ? await verify(bytes, { keys, now }) : []
  return tags.flatMap((each, at) => (each ? [signature(each, fields, results[at] ?? 'unknown')] : []))
}

/** The header with CRLF at its line ends, one character a byte; of a longer one, so much that it is no header any more. */
function headerOf(bytes: Uint8Array): string {
  const text = Buffer.from(withCrlf(bytes.subarray(0, HEADER_MAX_BYTES))).toString('latin1')
  const end = text.indexOf('\r\n\r\n')
  return end < 0 ? text : text.slice(0, end)
}

type Result = Signature['result']

/** What became of each signature, in their order. */
async function verify(bytes: Uint8Array, { keys, now }: { keys: DkimKeys; now: Date }): Promise<readonly Result[]> {
  try {
    const { results } = await dkimVerify(Readable.from(crlfPieces(bytes)), {
      strict: true,
      minBitLength: KEY_MIN_BITS,
      curTime: now,
      resolver: async (name) => {
        const strings = keys.get(name.toLowerCase())
        if (!strings) throw Object.assign(new Error('no key was handed in'), { code: 'ENOTFOUND' })
        return [[...strings]]
      },
    })
    // RFC 6376 section 3.6.1: a signature of a domain that tests (`t=y`) counts as none.
    return results.map(({ status }) => (status.testing === true ? 'unknown' : resultOf(status.result)))
  } catch {
    // A signature that cannot be read proves nothing, and nothing is what it says.
    return []
  }
}

function resultOf(word: string): Result {
  return word === 'pass' || word === 'fail' ? word : 'unknown'
}

function signature(tags: SignatureTags, fields: readonly HeaderField[], result: Result): Signature {
  const { domain, isPartial } = tags
  const inMail = counted(fields.map(({ name }) => name))
  // A name covers one field more each time it stands in `h=`, so a field that was added is not covered.
  const covers = [...counted(tags.names)].filter(([name, times]) => times >= (inMail.get(name) ?? 0))
  const covered = new Set(covers.map(([name]) => name))
  const leavesOut = TELLING.filter((name) => inMail.has(name) && !covered.has(name))
  return { domain, result, covers: [...covered], leavesOut, isPartial }
}

function counted(names: readonly string[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>()
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1)
  return times
}
