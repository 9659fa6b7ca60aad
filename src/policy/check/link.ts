import type { PolicyPack, RuleId } from '../../model/policy-pack.ts'
import { foldText } from '../detect/fold/fold.ts'

/**
 * Which rule a link breaks, or nothing for an allowed link of Amazon's. `written` is the link as it stands in the text;
 * what cannot be read as a link is treated as one that leads outside.
 */
export function brokenLinkRule(written: string, pack: PolicyPack): RuleId | undefined {
  const folded = foldText(written).text
  const link = /^(?:(https?):\/\/)?([^/?#\s]*)([/?#].*)?$/u.exec(folded)
  if (link === null) return isExecutable(folded) ? 'OUT-022' : 'OUT-020'
  const [, scheme, authority = '', path = ''] = link
  if (isExecutable(folded) || isDisguised(authority, written)) return 'OUT-022'
  const host = authority.replace(/:443$/u, '').replace(/\.$/u, '')
  if (isOf(host, pack.linkShorteners.values)) return 'OUT-022'
  if (!isOf(host, pack.amazonDomains.values)) return scheme === 'http' ? 'OUT-021' : 'OUT-020'
  if (scheme === 'http') return 'OUT-021'
  return isSelling(path, pack) ? 'OUT-023' : undefined
}

function isExecutable(link: string): boolean {
  return /^(?:javascript|vbscript|data|file|blob):/u.test(link)
}

/** A name before the host, a bare address, a coded name, or letters that only look Latin. */
function isDisguised(authority: string, written: string): boolean {
  if (authority.includes('@') || authority.includes('%')) return true
  if (/^\[|^\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?$|^0x[\da-f]+$|^\d{8,10}$/u.test(authority)) return true
  return authority.split('.').some((label) => label.startsWith('xn--')) || /[^\u0000-\u007f]/u.test(written)
}

function isOf(host: string, domains: readonly string[]): boolean {
  return domains.some((domain) => host === domain || host.endsWith(`.${domain}`))
}

function isSelling(path: string, pack: PolicyPack): boolean {
  const place = path
    .replace(/%([2-7][\da-f])/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .toLowerCase()
  return pack.sellingPaths.values.some((start) =>
    start.endsWith('?') ? place.startsWith(start) : `${place}/`.includes(start),
  )
}
