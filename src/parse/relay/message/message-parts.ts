import { orderBlock } from '../fact/order-block.ts'
import { footerStart } from './footer-start.ts'
import { locateMarked } from './locate-marked.ts'
import { type Marker, bareMarkers, withoutEndRule, wordedMarkers } from './marker.ts'

/** No template of Amazon's is longer around what its buyers may write; a longer body is shown as it is. */
const BODY_MAX = 100_000
/** More words than this outside the markers are a writer's, who quotes an older mail with markers of its own. */
const PREAMBLE_MAX = 600
const FOOTER_GAP_MAX = 1_500
/** Short markers count only where the footer follows at once. */
const SHORT_GAP_MAX = 100

/** The parts of Amazon's template: what it says before the writer's own text, that text, and what stands below. */
export interface MessageParts {
  readonly preamble: string
  readonly text: string
  /** Undefined when nothing proves where the footer begins: then nothing in the mail may be taken for it. */
  readonly footer: string | undefined
  /** What marked the text; `nothing`: no template was recognised, and the text is the whole body. */
  readonly foundBy: 'mark' | 'markers' | 'rules' | 'footer' | 'nothing'
}

/**
 * Divides the body of a relay mail, in any language. The text ends at the last marker, not at the second: a writer may
 * quote an older mail with markers and footer links of its own, and all of that is his text. `markedText` is what the
 * HTML part marks as the writer's. A body of unknown shape is all text.
 */
export function messageParts(body: string, markedText: string | undefined): MessageParts {
  if (body.length > BODY_MAX) return { preamble: '', text: body.trim(), footer: undefined, foundBy: 'nothing' }
  const parts = byMark(body, markedText) ?? byMarkers(body) ?? byRules(body) ?? byFooter(body) ?? whole(body)
  return { ...parts, text: parts.text.trim() }
}

/** Text marked in the HTML part: found again in the body, else the body's markers tell what stands around it. */
function byMark(body: string, markedText: string | undefined): MessageParts | undefined {
  if (markedText === undefined) return undefined
  if (markedText.trim() === '') return photoAlone(body)
  const place = locateMarked(body, markedText)
  const around = place ? { preamble: body.slice(0, place.start), footer: body.slice(place.end) } : byMarkers(body)
  return { preamble: around?.preamble ?? blockOf(body), footer: around?.footer, text: markedText, foundBy: 'mark' }
}

/** Without a word of the writer's the whole body is Amazon's, unless its plain part has words between markers. */
function photoAlone(body: string): MessageParts {
  return byMarkers(body) ?? { preamble: body, text: '', footer: body, foundBy: 'mark' }
}

function byMarkers(body: string): MessageParts | undefined {
  const [begin, ...others] = wordedMarkers(body)
  const end = others.at(-1)
  if (!begin || !end || !isPreamble(body.slice(0, begin.start))) return undefined
  const footer = body.slice(end.end)
  const isShort = begin.isShort || end.isShort
  const gap = footerStart(footer) ?? (isShort ? footer.trim().length : 0)
  return gap > (isShort ? SHORT_GAP_MAX : FOOTER_GAP_MAX) ? undefined : between(body, begin, end, 'markers')
}

/** Ruled lines without words count only around what nothing else can be: a preamble above, a footer or nothing below. */
function byRules(body: string): MessageParts | undefined {
  const footerAt = footerStart(body)
  const rules = bareMarkers(body.slice(0, footerAt))
  const [begin, end] = [rules.at(0), rules.at(-1)]
  if (!begin || !end || begin === end) return undefined
  const preamble = body.slice(0, begin.start)
  if (!isPreamble(preamble) || (footerAt === undefined && !orderBlock(preamble))) return undefined
  if (body.slice(end.end, footerAt).trim() !== '') return undefined
  return { ...between(body, begin, end, 'rules'), footer: undefined }
}

/** The footer is cut away, but not believed: without an end marker the link may be the writer's own. */
function byFooter(body: string): MessageParts | undefined {
  const footerAt = footerStart(body)
  if (footerAt === undefined) return undefined
  const preamble = blockOf(body)
  return {
    preamble,
    text: withoutEndRule(body.slice(preamble.length, footerAt)),
    footer: undefined,
    foundBy: 'footer',
  }
}

function whole(body: string): MessageParts {
  return { preamble: blockOf(body), text: body, footer: undefined, foundBy: 'nothing' }
}

function between(body: string, begin: Marker, end: Marker, foundBy: 'markers' | 'rules'): MessageParts {
  return {
    preamble: body.slice(0, begin.start),
    text: body.slice(begin.end, end.start),
    footer: body.slice(end.end),
    foundBy,
  }
}

/** The template's order block with the greeting above it; empty without one. */
function blockOf(body: string): string {
  return body.slice(0, orderBlock(body)?.end ?? 0)
}

/** The greeting and the order; of an order with many items only what is not its block is measured. */
function isPreamble(text: string): boolean {
  return text.length - blockOf(text).length <= PREAMBLE_MAX
}
