import type { Span } from '../../../model/finding.ts'
import { isDigitAt } from '../link/label.ts'
import type { Scan } from '../scan.ts'
import { wayFrom } from './way.ts'

/** Wallets give 12, 15, 18, 21 or 24 words of three to eight letters. */
const MIN_WORDS = 12
const MAX_WORDS = 24
const MIN_LETTERS = 3
const MAX_LETTERS = 8

/** The words of a wallet behind a word for them. A sentence has a shorter or longer word among any twelve. */
export function seedPhraseBehind(scan: Scan, from: number): Span | undefined {
  const { text } = scan.folded
  const start = behindNumber(text, wayFrom(scan, from).at)
  let end = start
  let count = 0
  for (let at = start; count < MAX_WORDS; count += 1) {
    const behind = wordEnd(text, at)
    if (behind - at < MIN_LETTERS || behind - at > MAX_LETTERS) break
    end = behind
    at = behindNumber(text, behind)
    if (at === behind) {
      count += 1
      break
    }
  }
  return count >= MIN_WORDS ? { start, end } : undefined
}

function wordEnd(text: string, from: number): number {
  let at = from
  while (text.charCodeAt(at) >= 97 && text.charCodeAt(at) <= 122 && at - from <= MAX_LETTERS) at += 1
  return at
}

/** Over blanks, commas, line ends and the number of the next word: `, 7. `. */
function behindNumber(text: string, from: number): number {
  let at = from
  while (at - from < 8 && (isDigitAt(text, at) || ' ,.;:)\n\r-'.includes(text.charAt(at) || 'x'))) at += 1
  return at
}
