/**
 * Headers of a block of lines, each on one line. Here and below only space and tab continue a header and only they are
 * trimmed, as `postal-mime` has it: so the two see the same headers.
 */
export function unfold(lines: readonly string[]): readonly string[] {
  const headers: string[][] = []
  for (const line of lines) {
    const above = headers.at(-1)
    if (above && (line.startsWith(' ') || line.startsWith('\t'))) above.push(line)
    else headers.push([line])
  }
  return headers.map((parts) => parts.join(''))
}

/** Lower-case name of an unfolded header; of one without a colon, all of it. */
export function headerName(header: string): string {
  const colon = header.indexOf(':')
  return trimBlanks(colon < 0 ? header : header.slice(0, colon)).toLowerCase()
}

/** Value of the first of these unfolded headers that has this lower-case name; empty when it has no colon. */
export function headerValue(headers: readonly string[], name: string): string | undefined {
  const header = headers.find((each) => headerName(each) === name)
  if (header === undefined) return undefined
  const colon = header.indexOf(':')
  return colon < 0 ? '' : trimBlanks(header.slice(colon + 1))
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
