/** Amazon's footer, sign by sign in the order it has them; those of one rank come in any order. */
const SIGNS: readonly (readonly [rank: number, shape: string])[] = [
  [0, 'https?:\\/\\/[^\\s\\]>]{1,200}\\/satisfaction\\/survey-form'],
  [1, '\\/(?:messaging|communication-manager)\\/no-response-needed'],
  [1, '[?&]ref_?=bsm_email_report|\\/communication-manager\\/report'],
  [2, '^[^\\n]{0,60}\\b20\\d\\d,? Amazon(?:\\.[a-z.]{2,6})?,? Inc\\b'],
  [3, '\\[commMgrTok:'],
  [3, '\\bSPC-[A-Z]{2}Amazon-\\d{4,30}'],
]
const ANY_SIGN = new RegExp(SIGNS.map(([, shape]) => `(${shape})`).join('|'), 'gmu')

/** More words than this between two signs, or below the last one, are nobody's footer. */
const GAP_MAX = 2_000
/** No footer begins farther from the end of a mail. */
const TAIL_MAX = 20_000
/** A label above its link is shorter. */
const LABEL_MAX = 80

interface Sign {
  readonly kind: number
  readonly at: number
}

/**
 * Where Amazon's footer begins, by its links and marks in its order, each at most once: a footer that a writer quotes
 * stands above another. It tells only where to cut; a link below may still be the writer's own. Undefined without one.
 */
export function footerStart(body: string): number | undefined {
  const tailAt = Math.max(0, body.length - TAIL_MAX)
  const signs = [...body.slice(tailAt).matchAll(ANY_SIGN)].map((match) => ({
    kind: match.slice(1).findIndex((group) => group !== undefined),
    at: tailAt + match.index,
  }))
  const last = signs.at(-1)
  if (!last || body.length - last.at > GAP_MAX) return undefined
  let first = last
  const seen = new Set([last.kind])
  for (const sign of signs.slice(0, -1).toReversed()) {
    if (seen.has(sign.kind) || !mayStandAbove(sign, first)) break
    seen.add(sign.kind)
    first = sign
  }
  return withLabel(body, first.at)
}

function mayStandAbove(sign: Sign, below: Sign): boolean {
  return rankOf(sign) <= rankOf(below) && below.at - sign.at <= GAP_MAX
}

function rankOf({ kind }: Sign): number {
  return SIGNS[kind]?.[0] ?? 0
}

/** The beginning of a sign's line, or of the line above when that is the label of a link alone on its line. */
function withLabel(body: string, at: number): number {
  const start = body.lastIndexOf('\n', at - 1) + 1
  if (start === 0 || !/^[\s[<]*(?:https?:\S*)?$/u.test(body.slice(start, at))) return start
  const above = body.lastIndexOf('\n', start - 2) + 1
  const label = body.slice(above, start - 1).trim()
  const isParted = above === 0 || body.slice(0, above - 1).search(/(?:^|\n)[ \t]*$/u) >= 0
  return label !== '' && label.length <= LABEL_MAX && isParted ? above : start
}
