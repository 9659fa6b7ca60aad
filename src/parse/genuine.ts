import { dkimVerify } from 'mailauth/lib/dkim/verify.js'

import type { Authenticity } from '../model/message.ts'
import type { PolicyPack } from '../model/policy-pack.ts'

/** Asks DNS for the TXT records of a name, each as its strings. Injected, so that a simulated Amazon can be believed. */
export type ResolveTxt = (name: string) => Promise<readonly (readonly string[])[]>

/** Longest wait for the records of one mail; past it the mail is `unverified`. */
const DNS_TIMEOUT_MS = 5_000

/**
 * Whether a mail is Amazon's: a DKIM signature that holds over the whole body, of a domain of the policy pack, aligned
 * with the From address. Everything else, an unreachable DNS included, is `unverified`: shown with a banner, and no
 * automatic act starts from it. Never throws.
 */
export async function authenticityOf(
  bytes: Uint8Array,
  context: { readonly fromAddress: string; readonly pack: PolicyPack; readonly resolveTxt: ResolveTxt },
): Promise<Authenticity> {
  try {
    const { results } = await dkimVerify(Buffer.from(bytes), { resolver: resolverOf(context.resolveTxt) })
    const holds = results.some(
      (result) =>
        result.status.result === 'pass' &&
        result.canonBodyLengthLimited !== true &&
        isAmazons(result.signingDomain ?? '', context),
    )
    return holds ? 'verified' : 'unverified'
  } catch {
    // A signature that cannot be read proves nothing, and nothing is what it says.
    return 'unverified'
  }
}

function isAmazons(signer: string, context: { readonly fromAddress: string; readonly pack: PolicyPack }): boolean {
  const domain = signer.toLowerCase()
  const from = context.fromAddress.slice(context.fromAddress.lastIndexOf('@') + 1).toLowerCase()
  const isInPack = context.pack.amazonDomains.values.some((amazon) => isSameOrBelow(domain, amazon))
  return isInPack && isSameOrBelow(from, domain)
}

function isSameOrBelow(domain: string, parent: string): boolean {
  return domain === parent || domain.endsWith(`.${parent}`)
}

function resolverOf(resolveTxt: ResolveTxt): (name: string, type: string) => Promise<string[][]> {
  return async (name, type) => {
    if (type !== 'TXT') return []
    const records = await Promise.race([resolveTxt(name), tooLate()])
    return records.map((strings) => [...strings])
  }
}

function tooLate(): Promise<never> {
  return new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error('DNS did not answer in time')), DNS_TIMEOUT_MS).unref()
  })
}
