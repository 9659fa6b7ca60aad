/**
 * Lower-case name of the header that begins at a line; nothing for a line that continues the header above it. Only
 * space and tab continue a header and only they are trimmed, as `postal-mime` has it: then both see the same headers.
 */
export function headerName(line: string, at: number): string | undefined {
  if (at > 0 && continues(line)) return undefined
  const colon = line.indexOf(':')
  return trimBlanks(colon < 0 ? line : line.slice(0, colon)).toLowerCase()
}

/** Unfolded value of the first header of this lower-case name. */
export function headerValue(lines: readonly string[], name: string): string | undefined {
  const first = lines.findIndex((line, at) => headerName(line, at) === name)
  if (first < 0) return undefined
  const length = lines.slice(first + 1).findIndex((line) => !continues(line))
  const folded = lines.slice(first, length < 0 ? undefined : first + 1 + length).join('')
  const colon = folded.indexOf(':')
  return colon < 0 ? '' : trimBlanks(folded.slice(colon + 1))
}

function continues(line: string): boolean {
  return line.startsWith(' ') || line.startsWith('\t')
}

/** By index, since a trimming pattern is quadratic in a run of blanks inside the text. */
function trimBlanks(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && isBlank(text.charAt(start))) start += 1
  while (end > start && isBlank(text.charAt(end - 1))) end -= 1
  return text.slice(start, end)
}

function isBlank(character: string): boolean {
  return character === ' ' || character === '\t'
}
