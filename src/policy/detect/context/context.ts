/** How far a word may stand from a value and still speak of it. */
const REACH = 48

/** Whether a pattern stands shortly before a position of a folded text. */
export function standsBefore(text: string, at: number, pattern: RegExp): boolean {
  return text.slice(Math.max(0, at - REACH), at).search(pattern) >= 0
}

/** Whether a pattern stands shortly behind a position of a folded text. */
export function standsBehind(text: string, at: number, pattern: RegExp): boolean {
  return text.slice(at, at + REACH).search(pattern) >= 0
}
