/** The smallest replacement that turns one text into another, so that the cursor and the undo history stay sensible. */
export interface TextChange {
  readonly from: number
  readonly to: number
  readonly insert: string
}

/** Undefined when the texts are the same. Never cuts a character in two. */
export function minimalChange(before: string, after: string): TextChange | undefined {
  if (before === after) return undefined
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start += 1
  if (splitsCharacter(before, start) || splitsCharacter(after, start)) start -= 1
  let end = 0
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1
  if (splitsCharacter(before, before.length - end) || splitsCharacter(after, after.length - end)) end -= 1
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) }
}

function splitsCharacter(text: string, at: number): boolean {
  return /[\ud800-\udbff]/u.test(text.charAt(at - 1)) && /[\udc00-\udfff]/u.test(text.charAt(at))
}
