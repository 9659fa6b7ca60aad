/** So many places where the words stand are looked at. */
const TRIES_MAX = 50

/** A text without its blanks, and where its words stand in it and in the text itself. */
interface Squeezed {
  readonly text: string
  readonly words: readonly { readonly at: number; readonly squeezedAt: number }[]
}

/**
 * Where a text stands in a body as lines of its own, whatever its blanks and line ends, which differ between the parts
 * of a mail; the last such place, since what follows the writer's text is Amazon's alone. Undefined when it stands
 * nowhere so.
 */
export function locateMarked(
  body: string,
  marked: string,
): { readonly start: number; readonly end: number } | undefined {
  const squeezed = squeeze(body)
  const wanted = marked.replace(/\s+/gu, '')
  if (wanted === '') return undefined
  let from = squeezed.text.length
  for (let tries = 0; tries < TRIES_MAX && from >= 0; tries += 1) {
    const at = squeezed.text.lastIndexOf(wanted, from)
    if (at < 0) return undefined
    const start = unsqueezed(squeezed, at)
    const end = unsqueezed(squeezed, at + wanted.length - 1) + 1
    if (standsAlone(body, start, end)) return { start, end }
    from = at - 1
  }
  return undefined
}

function squeeze(text: string): Squeezed {
  let squeezedAt = 0
  const words = [...text.matchAll(/\S+/gu)].map((word) => {
    const place = { at: word.index, squeezedAt }
    squeezedAt += word[0].length
    return place
  })
  return { text: text.replace(/\s+/gu, ''), words }
}

function unsqueezed({ words }: Squeezed, offset: number): number {
  const word = words.findLast(({ squeezedAt }) => squeezedAt <= offset)
  return word ? word.at + offset - word.squeezedAt : 0
}

function standsAlone(body: string, start: number, end: number): boolean {
  const before = body.slice(body.lastIndexOf('\n', start - 1) + 1, start)
  const lineEnd = body.indexOf('\n', end)
  const after = body.slice(end, lineEnd < 0 ? undefined : lineEnd)
  return before.trim() === '' && after.trim() === ''
}
