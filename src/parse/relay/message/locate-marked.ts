/** Line ends and blanks differ between the parts of a mail. */
const BLANK = /\s/u
/** So many places where the words stand are looked at. */
const TRIES_MAX = 50

/**
 * Where a text stands in a body as lines of its own, whatever its blanks; the last such place, since what follows the
 * writer's text is Amazon's alone. Undefined when it stands nowhere so.
 */
export function locateMarked(
  body: string,
  marked: string,
): { readonly start: number; readonly end: number } | undefined {
  const squeezed = squeeze(body)
  const wanted = squeeze(marked).text
  if (wanted === '') return undefined
  let from = squeezed.text.length
  for (let tries = 0; tries < TRIES_MAX && from >= 0; tries += 1) {
    const at = squeezed.text.lastIndexOf(wanted, from)
    if (at < 0) return undefined
    const start = squeezed.offsets[at] ?? 0
    const end = (squeezed.offsets[at + wanted.length - 1] ?? 0) + 1
    if (standsAlone(body, start, end)) return { start, end }
    from = at - 1
  }
  return undefined
}

function squeeze(text: string): { readonly text: string; readonly offsets: Uint32Array } {
  const offsets = new Uint32Array(text.length)
  const units: string[] = []
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charAt(at)
    if (BLANK.test(unit)) continue
    offsets[units.length] = at
    units.push(unit)
  }
  return { text: units.join(''), offsets }
}

function standsAlone(body: string, start: number, end: number): boolean {
  const before = body.slice(body.lastIndexOf('\n', start - 1) + 1, start)
  const lineEnd = body.indexOf('\n', end)
  const after = body.slice(end, lineEnd < 0 ? undefined : lineEnd)
  return before.trim() === '' && after.trim() === ''
}
