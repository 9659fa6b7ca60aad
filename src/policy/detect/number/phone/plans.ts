/*
 * Telephone numbers by country: calling code, lengths of the national number without its trunk zero, and how numbers
 * begin at home. After the numbering plans that the national authorities deposit with the ITU.
 */

/** National lengths by calling code. Codes that are missing are held to the general limits. */
const LENGTHS =
  '1:10 7:10 20:8-10 27:9 30:10 31:9 32:8-9 33:9 34:9 36:8-9 39:6-11 40:9 41:9 43:6-13 44:9-10 45:8 46:7-9 47:8 48:9 49:5-12 52:10 54:10-11 55:10-11 56:9 57:10 60:8-10 61:9 62:8-12 63:8-10 64:8-10 65:8 66:8-9 81:9-10 82:8-10 84:9-10 86:10-11 90:10 91:10 92:10 94:9 98:10 212:9 213:8-9 216:8 351:9 352:4-11 353:7-9 354:7 356:8 357:8 358:6-11 359:8-9 370:8 371:8 372:7-8 380:9 381:8-9 385:8-9 386:8 420:9 421:9 852:8 886:8-9 961:7-8 962:8-9 965:8 966:8-9 968:8 971:8-9 972:8-9 973:8 974:8'

/** Numbers of a country as they begin at home, with the lengths of the whole. */
interface HomePlan {
  readonly lengths: readonly number[]
  readonly first: readonly string[]
}

/** Mobiles, whose beginnings are few enough to be known even in one piece. */
const MOBILES: readonly HomePlan[] = [
  { lengths: [11], first: ['07', '070', '080', '090'] }, // Britain, Japan
  { lengths: [10], first: ['06', '07', '04', '05', '08'] }, // France, Netherlands, Sweden, Australia, Belgium, Emirates, Ireland
  { lengths: [11, 12], first: ['015', '016', '017'] }, // Germany
  { lengths: [11], first: ['010', '011', '012'] }, // Egypt
  { lengths: [11], first: ['050', '053', '054', '055'] }, // Turkey
]

/** Every number with a trunk zero: parcels and articles have such digits too, but not in groups. */
const GROUPED: readonly HomePlan[] = [
  { lengths: [9, 10, 11, 12], first: ['01', '02', '03', '04', '05', '06', '07', '08', '09'] },
]

let lengths: ReadonlyMap<string, readonly [number, number]> | undefined

/** Whether digits that begin with a calling code have a length its country uses. */
export function isInternationalNumber(digits: string): boolean {
  lengths ??= lengthTable()
  for (let code = 1; code <= 3; code += 1) {
    const range = lengths.get(digits.slice(0, code))
    if (range === undefined) continue
    const trunk = digits.charAt(code) === '0' ? 1 : 0
    const length = digits.length - code
    return length >= range[0] && length - trunk <= range[1]
  }
  return digits.length >= 8 && !digits.startsWith('0')
}

/** Whether digits are a number as some country writes it at home, with its trunk zero. */
export function isHomeNumber(digits: string, isOnePiece: boolean): boolean {
  return (isOnePiece ? MOBILES : GROUPED).some(
    ({ lengths: allowed, first }) => allowed.includes(digits.length) && first.some((start) => digits.startsWith(start)),
  )
}

function lengthTable(): ReadonlyMap<string, readonly [number, number]> {
  return new Map(
    LENGTHS.split(' ').map((entry) => {
      const [code = '', range = ''] = entry.split(':')
      const [least = 0, most = least] = range.split('-').map(Number)
      return [code, [least, most]]
    }),
  )
}
