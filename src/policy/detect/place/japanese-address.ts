import type { Span } from '../../../model/finding.ts'
import { atomId } from '../atom/atoms.ts'
import type { Scan } from '../scan.ts'

const PREFECTURE = atomId('prefecture')
const POSTAL_MARK = '〒'
const LONGEST = 90
const LONGEST_POSTCODE = 16
const POSTCODE = /(?:〒\s?)?\d\n?\d\n?\d\n?-?\n?\d\n?\d\n?\d\n?\d\s{0,2}$/u
const MARKED_POSTCODE = /^〒\s?\d\n?\d\n?\d\n?-?\n?\d\n?\d\n?\d\n?\d\s{0,2}/u
/** Names of places in kanji and kana, then blocks and numbers, then perhaps a building and its room. */
const PLACES = /^[\p{Script=Han}ヶケ々\p{Script=Hiragana}\p{Script=Katakana}ー\n]{1,40}?/u
const BLOCKS =
  /\s?\d[\d\n]{0,4}(?:丁\n?目|番\n?地|番\n?\d|条|[-のノ]\n?\d)(?:(?:丁目|番地|番|号|条|-|の|ノ|\d)\n?){0,12}/u
const BUILDING =
  /(?:[ \n]{0,2}[\p{Script=Han}\p{Script=Katakana}ーa-z・]{1,20} ?\d{0,4}(?:号室|号棟|号|階|f|-\d{1,4})?(?:\d{1,4}(?:号室|号))?)?/u
const WHOLE = new RegExp(PLACES.source + BLOCKS.source + BUILDING.source, 'u')
/** A town, a ward or a village. */
const DISTRICT = /[市区町村郡]/u
const AREA = /^[\p{Script=Han}\n]{2,14}[市区町村郡](?:[\p{Script=Han}\n]{1,10}[町村区])?/u

/** Japanese addresses: from the postcode or the prefecture to the block, the house or the room. */
export function findJapaneseAddresses({ folded: { text }, atoms }: Scan): readonly Span[] {
  const found: Span[] = []
  let behind = 0
  for (let hit = 0; hit < atoms.count; hit += 1) {
    const start = atoms.starts[hit] ?? 0
    if (atoms.atoms[hit] !== PREFECTURE || start < behind) continue
    const span = japaneseAddressAt(text, start)
    if (span === undefined) continue
    found.push(span)
    behind = span.end
  }
  return found
}

/** With a postcode any area will do; without one it takes a district and its blocks. */
function japaneseAddressAt(text: string, start: number): Span | undefined {
  const ahead = text.slice(start, start + LONGEST)
  const isMarked = ahead.startsWith(POSTAL_MARK)
  const mark = isMarked ? lengthOf(MARKED_POSTCODE, ahead) : 0
  if (isMarked && mark === 0) return undefined
  const before = lengthOf(POSTCODE, text.slice(Math.max(0, start - LONGEST_POSTCODE), start))
  const places = placesLength(ahead.slice(mark), isMarked || before > 0)
  return places > 0 || isMarked ? { start: start - before, end: start + mark + places } : undefined
}

function placesLength(places: string, hasPostcode: boolean): number {
  const whole = WHOLE.exec(places)?.[0].trimEnd() ?? ''
  if (whole !== '' && (hasPostcode || DISTRICT.test(whole))) return whole.length
  return hasPostcode ? lengthOf(AREA, places) : 0
}

function lengthOf(pattern: RegExp, text: string): number {
  return pattern.exec(text)?.[0].length ?? 0
}
