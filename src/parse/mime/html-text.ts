import { type FormatCallback, type HtmlToTextOptions, convert } from 'html-to-text'
import { TooComplex } from './too-complex.ts'

/** What an HTML part may hold. More characters: `TooComplex`; what lies deeper or wider is shown as `[…]`. */
export const HTML_LIMITS = { characters: 2_000_000, depth: 100, childNodes: 20_000 } as const

/** Amazon's template marks the buyer's own words so, in every language. */
const MARKED = 'pre[style*="-o-pre-wrap"]'

/** Amazon lays its mails out in tables: a line a cell. Headings keep their case. */
const CELLS = ['tr', 'td', 'th']
const BLOCKS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table']

const OPTIONS = {
  wordwrap: false,
  limits: { maxDepth: HTML_LIMITS.depth, maxChildNodes: HTML_LIMITS.childNodes, ellipsis: '[…]' },
  selectors: [
    ...BLOCKS.map((selector) => ({ selector, format: 'block' })),
    ...CELLS.map((selector) => ({
      selector,
      format: 'block',
      options: { leadingLineBreaks: 1, trailingLineBreaks: 1 },
    })),
    { selector: 'img', format: 'skip' },
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true } },
  ],
} as const satisfies HtmlToTextOptions

/** Text of an HTML part: no markup, no remote content, link targets in brackets. Throws `TooComplex`. */
export function htmlText(html: string): string {
  refuseLarge(html)
  return convert(html, { ...OPTIONS, selectors: [...OPTIONS.selectors] })
}

/** The buyer's own text where Amazon's template marks it; empty for a photo alone, undefined without exactly one mark. */
export function markedHtmlText(html: string): string | undefined {
  if (!html.includes('-o-pre-wrap')) return undefined
  refuseLarge(html)
  let marks = 0
  const marked: FormatCallback = (element, walk, builder) => {
    marks += 1
    builder.openBlock({ isPre: true })
    walk(element.children, builder)
    builder.closeBlock()
  }
  const text = convert(html, {
    ...OPTIONS,
    baseElements: { selectors: [MARKED], returnDomByDefault: false },
    formatters: { marked },
    selectors: [...OPTIONS.selectors, { selector: MARKED, format: 'marked' }],
  })
  return marks === 1 ? text : undefined
}

function refuseLarge(html: string): void {
  if (html.length > HTML_LIMITS.characters) throw new TooComplex()
}
