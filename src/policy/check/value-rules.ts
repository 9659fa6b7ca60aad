import type { PolicyPack, RuleId } from '../../model/policy-pack.ts'
import type { SensitiveKind } from '../../model/redaction.ts'
import { parseRelayAddress } from '../../model/relay-address.ts'
import type { Detection } from '../detect/detection.ts'
import { foldText } from '../detect/fold/fold.ts'
import type { Hit } from './finding-of.ts'
import { hostOf } from './link-host.ts'
import { brokenLinkRule } from './link.ts'

/** What an account may write though it looks like what nobody may: each was put on its list with a reason. */
export interface AllowedValues {
  /** Lines of the warranty, of carriers and makers, as people write them; compared by their digits. */
  readonly allowedPhones?: readonly string[]
  /** Hosts of carriers and customisation tools; a host below one counts too, and only with https. */
  readonly allowedHosts?: readonly string[]
  /** End of the buyer's Amazon domain, such as `de` or `co.uk`. */
  readonly marketplaceTld?: string
  /** ASINs of the order. */
  readonly orderAsins?: readonly string[]
}

const RULE_OF: Readonly<Record<Exclude<SensitiveKind, 'URL' | 'PERSON'>, RuleId>> = {
  CARD: 'OUT-085',
  IBAN: 'OUT-085',
  BANK: 'OUT-085',
  SSN: 'OUT-085',
  NATIONAL_ID: 'OUT-085',
  CREDENTIAL: 'OUT-085',
  HEALTH: 'OUT-085',
  EMAIL: 'OUT-004',
  PHONE: 'OUT-005',
  HANDLE: 'OUT-006',
  ADDRESS: 'OUT-087',
}

const ASIN = /(?<![\p{L}\p{N}])B0[A-Z0-9]{8}(?![\p{L}\p{N}])/gu

/** The rules that the values of a text break, in no order. */
export function valueHits(
  text: string,
  values: readonly Detection[],
  context: AllowedValues & { readonly pack: PolicyPack },
): readonly Hit[] {
  const hits = values.flatMap(({ kind, start, end }) => {
    const rule = ruleOf(kind, text.slice(start, end), context)
    return rule === undefined ? [] : [{ rule, span: { start, end } }]
  })
  return [...hits, ...otherProducts(text, context.orderAsins)]
}

function ruleOf(
  kind: SensitiveKind,
  written: string,
  context: AllowedValues & { readonly pack: PolicyPack },
): RuleId | undefined {
  if (kind === 'URL') return linkRule(written, context)
  if (kind === 'EMAIL' && parseRelayAddress(written, context.pack.marketplaceTlds.values) !== undefined)
    return undefined
  if (kind === 'PHONE' && context.allowedPhones?.some((phone) => digitsOf(phone) === digitsOf(written)))
    return undefined
  return kind === 'PERSON' ? undefined : RULE_OF[kind]
}

function linkRule(written: string, context: AllowedValues & { readonly pack: PolicyPack }): RuleId | undefined {
  const { allowedHosts = [], marketplaceTld, pack } = context
  const host = hostOf(written)
  const rule = brokenLinkRule(written, pack)
  const isHttps = foldText(written).text.startsWith('https://')
  if (rule === 'OUT-020' && isHttps && allowedHosts.some((allowed) => isBelow(host, allowed))) return undefined
  if (rule !== undefined || marketplaceTld === undefined) return rule
  return isBelow(host, `amazon.${marketplaceTld}`) ? undefined : 'OUT-024'
}

function isBelow(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`)
}

function digitsOf(phone: string): string {
  return foldText(phone).text.replace(/\D/gu, '')
}

/** Products named by their ASIN that are not of the order; nothing where the order's are not known. */
function otherProducts(text: string, own: readonly string[] | undefined): readonly Hit[] {
  if (own === undefined) return []
  return [...text.matchAll(ASIN)]
    .filter(([asin]) => !own.includes(asin))
    .map(({ index, 0: asin }) => ({ rule: 'OUT-061', span: { start: index, end: index + asin.length } }))
}
