import type { Span } from '../../../../model/finding.ts'
import type { NumberText } from '../number-text.ts'
import { PLAIN } from '../numeral/numerals.ts'
import { isAlphanumeric, isLetter } from '../trade/units.ts'

const PREFIXES: ReadonlySet<string> = new Set([
  '800',
  '888',
  '877',
  '866',
  '855',
  '844',
  '833',
  '822',
  '0800',
  '1800',
  '1300',
])
const NUMBER_LENGTH = 7
const LONGEST = 12
const HYPHEN = 45
const PLUS = 43

/** Free numbers with words for digits: 1-800-FLOWERS, 0800-REPAIR. At least four letters, joined by hyphens or a blank. */
export function findVanityNumbers({ text, numerals, shield }: NumberText): readonly Span[] {
  const found: Span[] = []
  const { count, kinds, starts, ends, digits } = numerals
  for (let at = 0; at < count; at += 1) {
    const start = starts[at] ?? 0
    if (kinds[at] !== PLAIN || shield[start] === 1 || !PREFIXES.has(digits[at] ?? '')) continue
    const end = endOfWord(text, ends[at] ?? start)
    if (end === 0) continue
    const isLong = digits[at - 1] === '1' && start - (starts[at - 1] ?? 0) <= 3
    const first = isLong ? (starts[at - 1] ?? start) : start
    found.push({ start: text.charCodeAt(first - 1) === PLUS ? first - 1 : first, end })
  }
  return found
}

function endOfWord(text: string, from: number): number {
  if (text.charCodeAt(from) !== HYPHEN) return 0
  let units = 0
  let letters = 0
  let at = from + 1
  for (; units <= LONGEST; at += 1) {
    const unit = text.charCodeAt(at)
    if (isAlphanumeric(unit)) units += 1
    else if (unit !== HYPHEN) break
    if (isLetter(unit)) letters += 1
  }
  return letters >= 4 && (units === NUMBER_LENGTH || (units >= 6 && units <= 10)) ? at : 0
}
