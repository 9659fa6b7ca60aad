import type { Span } from '../../../model/finding.ts'

const MAX_VALUE = 80
const MAX_QUOTED = 64
const SIGNS = '!#$%&*+=?@^_~'
const TRAILING = '.,;:)]}"\'>'
const QUOTES: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '„': '“',
  '«': '»',
  '「': '」',
  '『': '』',
  "'": "'",
}

/** The run of printable ASCII that begins at a position, without the punctuation of the sentence; nothing if none does. */
export function valueAt(text: string, start: number): Span | undefined {
  let end = start
  while (end - start < MAX_VALUE && text.charCodeAt(end) > 32 && text.charCodeAt(end) < 127) end += 1
  while (end > start && TRAILING.includes(text.charAt(end - 1))) end -= 1
  return end > start ? { start, end } : undefined
}

/** What stands in quotes from a position on, blanks included; nothing if no quote opens there or none closes soon. */
export function quotedAt(text: string, at: number): Span | undefined {
  const closer = QUOTES[text.charAt(at)]
  if (closer === undefined) return undefined
  for (let end = at + 1; end - at < MAX_QUOTED && end < text.length && text.charAt(end) !== '\n'; end += 1)
    if (text.charAt(end) === closer) return end - at > 3 ? { start: at + 1, end } : undefined
  return undefined
}

/** Letters with digits or signs among them: nobody writes that as a word of a sentence. */
export function isStrong(text: string, { start, end }: Span): boolean {
  if (end - start < 4) return false
  const { letters, digits, signs } = countsOf(text, start, end)
  return letters > 0 && digits + signs > 0
}

/** So strong that a word for a secret right before it is enough: not `2-step`, not `wpa2`, no address. */
export function isSurelySecret(text: string, { start, end }: Span): boolean {
  const { letters, digits, signs } = countsOf(text, start, end)
  if (letters === 0 || end - start < 6 || digits + signs === 0) return false
  return !/^\d+-[a-z]+$|^wpa|^wep|@.+\.|^[a-z]+[?!]$/u.test(text.slice(start, end))
}

/** Whether a value is three to ten digits and nothing else. */
export function isDigits(text: string, { start, end }: Span): boolean {
  return end - start >= 3 && end - start <= 10 && countsOf(text, start, end).digits === end - start
}

function countsOf(text: string, start: number, end: number): { letters: number; digits: number; signs: number } {
  const counts = { letters: 0, digits: 0, signs: 0 }
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at)
    if (code >= 97 && code <= 122) counts.letters += 1
    else if (code >= 48 && code <= 57) counts.digits += 1
    else if (SIGNS.includes(text.charAt(at))) counts.signs += 1
  }
  return counts
}
