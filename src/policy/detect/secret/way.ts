import { atomSet, endOfAtomAt } from '../atom/look-up.ts'
import { behindGap, behindLineEnd, isDigitAt, isLabelAt, labelEnd } from '../link/label.ts'
import type { Scan } from '../scan.ts'

const LINKS = atomSet('valueLink')
const SIGNS = ':=>-|–→('
const MAX_STEPS = 5
/** How many words may stand between a word for a secret and the sign or copula before the secret. */
const MAX_WORDS = 5

/** The way from a word for a secret to its value. */
export interface Way {
  /** Where the value would begin; a quote before it is not passed. */
  readonly at: number
  /** A colon or an equals sign: what follows is the value. */
  readonly hasSign: boolean
  /** A copula: what follows may be the value. */
  readonly hasLink: boolean
  /** Other words stood between, as in `password for the portal: ...`. */
  readonly isFar: boolean
}

/** Goes from behind a word for a secret over signs and copulas; a line end may follow a sign or copula only. */
export function wayFrom(scan: Scan, from: number): Way {
  const near = over(scan, from)
  if (near.hasSign || near.hasLink) return { ...near, isFar: false }
  const joint = nextJoint(scan, near.at)
  return joint === undefined ? { ...near, isFar: false } : { ...over(scan, joint), isFar: true }
}

function over({ folded: { text }, atoms }: Scan, from: number): Omit<Way, 'isFar'> {
  let at = behindGap(text, from)
  let [hasSign, hasLink] = [false, false]
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const sign = text.charAt(at)
    const link = endOfAtomAt(atoms, LINKS, at)
    if (link > at) {
      hasLink = true
      at = link
    } else if (sign !== '' && SIGNS.includes(sign) && !(sign === '-' && isLabelAt(text, at + 1) && !hasSign)) {
      hasSign ||= ':=>→|'.includes(sign)
      at += 1
    } else break
    at = behindGap(text, hasSign || hasLink ? behindLineEnd(text, at) : at)
  }
  return { at, hasSign, hasLink }
}

/** The next sign or copula, if only a few plain words stand before it. */
function nextJoint({ folded: { text }, atoms }: Scan, from: number): number | undefined {
  let at = from
  for (let word = 0; word < MAX_WORDS; word += 1) {
    const end = labelEnd(text, at)
    if (end === at || isDigitAt(text, at)) return undefined
    if (':='.includes(text.charAt(end) || ' ')) return end
    const next = behindGap(text, end)
    if (next === end) return undefined
    if (endOfAtomAt(atoms, LINKS, next) > next || ':='.includes(text.charAt(next) || ' ')) return next
    at = next
  }
  return undefined
}
