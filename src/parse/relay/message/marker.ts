/** A ruled line: Amazon's sign of where the buyer's own text begins or ends. */
export interface Marker {
  readonly start: number
  readonly end: number
  /** So short that a writer may have drawn it: it counts only where nothing speaks against it. */
  readonly isShort: boolean
}

const RULES = '[-=_*~#+\\u2010-\\u2015\\u2212\\u2500\\u2501\\u2550]'
const BLANKS = '[^\\S\\n]{0,20}'
/** Words between two rules, alone on their line. The words differ and change; the shape holds. */
const WORDED = new RegExp(`^${BLANKS}((${RULES})\\2{2,79})${BLANKS}(?!\\2)\\S[^\\n]{0,80}?\\2{3,80}${BLANKS}$`, 'gmu')
/** Amazon's own are of this length or longer; mail programs quote older mails below shorter ones. */
const RULE_MIN = 10
/** HTML made text can put the markers on one line with the words around them; then only Amazon's own length counts. */
const GLUED = /(-{10,14})[^\S\n]{0,4}[^\s-][^\n]{0,80}?-{3,14}/gu
/** How far from a marker the ASIN of its line may stand. */
const TITLE_MAX = 600
const BARE_SHAPE = `^${BLANKS}((${RULES})\\2{4,119})${BLANKS}$`
const BARE_LINE = new RegExp(BARE_SHAPE, 'u')
const BARE = new RegExp(BARE_SHAPE, 'gmu')

/** The ruled lines with words in a text, in their order. A product's title is none, whatever it is decorated with. */
export function wordedMarkers(body: string): readonly Marker[] {
  const found = [...markers(body, WORDED), ...markers(body, GLUED)].toSorted((one, other) => one.start - other.start)
  return found.filter((marker, index) => marker.start >= (found[index - 1]?.end ?? 0) && !isTitle(body, marker))
}

/** The ruled lines without words in a text, in their order. */
export function bareMarkers(body: string): readonly Marker[] {
  return markers(body, BARE)
}

function markers(body: string, shape: RegExp): readonly Marker[] {
  return [...body.matchAll(shape)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    isShort: (match[1] ?? '').length < RULE_MIN,
  }))
}

function isTitle(body: string, { start, end }: Marker): boolean {
  const before = body.slice(Math.max(0, start - TITLE_MAX), start)
  const after = body.slice(end, end + TITLE_MAX)
  return before.slice(before.lastIndexOf('\n') + 1).includes('[ASIN') || /^[^\n]*\[ASIN/u.test(after)
}

/** A text without the ruled line at its end, which belongs to what follows. */
export function withoutEndRule(text: string): string {
  const above = text.trimEnd()
  const line = above.slice(above.lastIndexOf('\n') + 1)
  return BARE_LINE.test(line) ? above.slice(0, above.length - line.length) : text
}
