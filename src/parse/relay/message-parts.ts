/** Amazon's marker around a buyer's text: dashes, words, dashes. Words differ and change; the shape holds. */
const MARKER = /-{10,14}[ \t]{0,4}[^\s-][^\n]{0,80}?-{3,14}/gu

/** What Amazon's footer begins with: the survey link of its own mails. */
const FOOTER_LINK = /^[^\n]*https:\/\/sellercentral\.amazon\.[a-z.]{2,6}\/gp\/satisfaction\/survey-form\.html/gmu

/** The parts of Amazon's template: what it says before the writer's own text, that text, and what stands below. */
export interface MessageParts {
  readonly preamble: string
  readonly text: string
  /** Undefined when nothing proves where the footer begins: then nothing in the mail may be taken for it. */
  readonly footer: string | undefined
}

/**
 * Divides the body of a relay mail. The text ends at the last marker, not at the second: a writer may quote an older
 * mail with markers and footer links of its own, and all of that is his text. A body of unknown shape is all text.
 */
export function messageParts(body: string, markedText: string | undefined): MessageParts {
  const parts = byMarkers(body) ?? byMark(body, markedText) ?? byFooter(body) ?? whole(body)
  return { ...parts, text: (markedText ?? parts.text).trim() }
}

function byMarkers(body: string): MessageParts | undefined {
  const markers = [...body.matchAll(MARKER)]
  const begin = markers.at(0)
  const end = markers.at(-1)
  if (!begin || !end || begin === end) return undefined
  return {
    preamble: body.slice(0, begin.index),
    text: body.slice(begin.index + begin[0].length, end.index),
    footer: body.slice(end.index + end[0].length),
  }
}

function byMark(body: string, markedText: string | undefined): MessageParts | undefined {
  const at = markedText ? body.lastIndexOf(markedText) : -1
  if (!markedText || at < 0) return undefined
  return { preamble: body.slice(0, at), text: markedText, footer: body.slice(at + markedText.length) }
}

/** The footer is cut away, but not believed: without an end marker the link may be the writer's own. */
function byFooter(body: string): MessageParts | undefined {
  const footer = [...body.matchAll(FOOTER_LINK)].at(-1)
  if (!footer) return undefined
  return { preamble: '', text: body.slice(0, footer.index), footer: undefined }
}

function whole(body: string): MessageParts {
  return { preamble: '', text: body, footer: undefined }
}
