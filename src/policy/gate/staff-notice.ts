import type { PolicyPack } from '../../model/policy-pack.ts'
import type { StaffNotice, StaffTemplate } from '../../model/staff-notice.ts'

export interface StaffNoticeInput {
  readonly to: string
  readonly template: StaffTemplate
  readonly ids: Readonly<Record<string, number>>
}

/** `relay-address` and `amazon-address`: a buyer or Amazon would read what is meant for our own people. */
export type StaffNoticeOutcome =
  | { readonly ok: true; readonly notice: StaffNotice }
  | { readonly ok: false; readonly reason: 'relay-address' | 'amazon-address' | 'not-an-address' }

const ADDRESS =
  /^[a-z0-9](?:[a-z0-9._%+'-]{0,62}[a-z0-9_+-])?@((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z]{2,24})$/u
const MAX_ADDRESS = 254
/** Any marketplace host at any of Amazon's names, known to the pack or not yet. */
const RELAY_HOST = /(?:^|\.)marketplace\.amazon\./u
const AMAZON_HOST = /(?:^|\.)amazon(?:ses|sellerservices|aws)?\./u

/** Makes a notice to one of our own people, or says why the address is not one of theirs. The only place that makes one. */
export function staffNotice(input: StaffNoticeInput, context: { readonly pack: PolicyPack }): StaffNoticeOutcome {
  const to = input.to.trim().toLowerCase()
  const host = to.length > MAX_ADDRESS ? undefined : ADDRESS.exec(to)?.[1]
  if (host === undefined) return { ok: false, reason: 'not-an-address' }
  if (RELAY_HOST.test(host)) return { ok: false, reason: 'relay-address' }
  if (AMAZON_HOST.test(host) || context.pack.amazonDomains.values.some((domain) => isOf(host, domain)))
    return { ok: false, reason: 'amazon-address' }
  const notice = Object.freeze({ to, template: input.template, ids: Object.freeze({ ...input.ids }) })
  return { ok: true, notice: notice as StaffNotice } // proof: the address is neither a buyer's nor Amazon's, the rest is codes
}

function isOf(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`)
}
