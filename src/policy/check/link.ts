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

/** Words that stand for Amazon in names of hosts that are not Amazon's. */
const TWINS = /[4@]/gu
/** Words of their own that are one letter away from Amazon's name. */
const NOT_TWINS: ReadonlySet<string> = new Set(['amazone', 'amazones', 'amazonas', 'amazonia', 'amazing'])

/**
 * Whether a host passes for Amazon's without being one of `amazonDomains`: the name as a part of another
 * (`amazon-support.com`, `amazon.com.example.ru`), misspelled (`arnazon.de`, `amaz0n.com`), or coded (`xn--`).
 */
export function looksLikeAmazon(host: string, pack: PolicyPack): boolean {
  const folded = foldText(host).text.replace(/:\d+$/u, '').replace(/\.$/u, '')
  if (isOf(folded, pack.amazonDomains.values)) return false
  return folded.split(/[.-]/u).some(isTwin) || folded.includes('xn--')
}

/** One part of a host: Amazon's name, perhaps with `rn` for m, a digit for a letter, or one letter too many, few or wrong. */
function isTwin(part: string): boolean {
  const name = part
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll('0', 'o')
    .replaceAll('2', 'z')
    .replace(TWINS, 'a')
  if (NOT_TWINS.has(name)) return false
  if (name.startsWith('amazon') || name.endsWith('amazon')) return part.length <= MAX_TWIN
  return name.length > 4 && name.length < 8 && isOneSlipAway(name, 'amazon')
}

/** Longer parts only hold the letters by chance. */
const MAX_TWIN = 24

/** Whether one letter added, left out, changed, or two swapped makes one word of the other. */
function isOneSlipAway(word: string, target: string): boolean {
  let head = 0
  while (head < word.length && word.charAt(head) === target.charAt(head)) head += 1
  const rests = [word.slice(head), word.slice(head + 1)]
  const targets = [target.slice(head), target.slice(head + 1)]
  if (rests[1] === targets[1] || rests[0] === targets[1] || rests[1] === targets[0]) return true
  const swapped = word.charAt(head + 1) + word.charAt(head) + word.slice(head + 2)
  return swapped === targets[0]
}

function isSelling(path: string, pack: PolicyPack): boolean {
  const place = path
    .replace(/%([2-7][\da-f])/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .toLowerCase()
  return pack.sellingPaths.values.some((start) =>
    start.endsWith('?') ? place.startsWith(start) : `${place}/`.includes(start),
  )
}
