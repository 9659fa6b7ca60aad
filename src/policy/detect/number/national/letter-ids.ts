import { isOfficialNumber } from './digit-ids.ts'

/** What must stand near a number before it counts: nothing, a word about identity, a word for just such a document. */
export type Proof = 'none' | 'cue' | 'document'

/** One country's number of letters and digits: where letters stand, and what else must be true of it. */
interface LetterId {
  /** `L` a letter, `D` a digit, for each unit. */
  readonly shape: string
  readonly proof: Proof
  readonly check: (id: string) => boolean
}

const CONTROL = 'trwagmyfpdxbnjzsqvhlcke'
const always = (): boolean => true

const IDS: readonly LetterId[] = [
  { shape: 'LLDDDDDDL', proof: 'cue', check: isNino },
  { shape: 'LLLLLLDDLDDLDDDL', proof: 'none', check: isCodiceFiscale },
  { shape: 'LLLLDDDDDDLLLLLLDD', proof: 'none', check: isCurp },
  { shape: 'LLLLDDDDDDLLLLLLLD', proof: 'none', check: isCurp },
  { shape: 'LLLLDDDDDDDDD', proof: 'cue', check: hasBirthday(4) }, // RFC, its ending of any letters and digits
  { shape: 'LLLLDDDDDDLLD', proof: 'cue', check: hasBirthday(4) },
  { shape: 'LLLLDDDDDDLDD', proof: 'cue', check: hasBirthday(4) },
  { shape: 'LLLLDDDDDDDLD', proof: 'cue', check: hasBirthday(4) },
  { shape: 'LLLLDDDDDDLLL', proof: 'cue', check: hasBirthday(4) },
  { shape: 'LLLLDDDDDDDDL', proof: 'cue', check: hasBirthday(4) },
  { shape: 'LLLDDDDDDLLD', proof: 'cue', check: hasBirthday(3) },
  { shape: 'LLLDDDDDDLDD', proof: 'cue', check: hasBirthday(3) },
  { shape: 'LLLDDDDDDDDD', proof: 'cue', check: hasBirthday(3) },
  { shape: 'LDDDDDDDL', proof: 'none', check: (id) => isNric(id) || isNie(id) },
  { shape: 'DDDDDDDDL', proof: 'cue', check: isDni },
  { shape: 'LLLLLDDDDL', proof: 'cue', check: (id) => 'abcfghljpt'.includes(id.charAt(3)) }, // India, PAN
  { shape: 'DDDDDDDL', proof: 'cue', check: isPps },
  { shape: 'DDDDDDDLL', proof: 'cue', check: isPps },
  { shape: 'DDDDDDDDLDDD', proof: 'cue', check: always }, // Germany, pension insurance
  { shape: 'LLLDDDDDD', proof: 'document', check: isPolishCard },
  { shape: 'DDDDDDDDDLLD', proof: 'cue', check: always }, // Portugal, citizen card
  { shape: 'DDDDDDLDDDDDD', proof: 'cue', check: isCorsican }, // France, born in Corsica
  { shape: 'DDDDDDLDDDDDDDD', proof: 'cue', check: isCorsican },
  { shape: 'LDDDDDDDDD', proof: 'cue', check: always }, // Germany, health insurance
  { shape: 'LLDDDDDLL', proof: 'document', check: always }, // Italy, identity card
  { shape: 'LLLLLDDDDDDLLDLL', proof: 'document', check: always }, // Britain, driving licence
  { shape: 'LLLLLDDDDDDLDDLL', proof: 'document', check: always },
  { shape: 'LLLLLDDDDDDLLLLL', proof: 'document', check: always },
]

const BY_KEY: ReadonlyMap<number, readonly LetterId[]> = Map.groupBy(IDS, ({ shape }) => keyOf(shape))

/** The longest of them. */
export const LONGEST_LETTER_ID = 18

/** A key of a shape so far and whether the next unit is a letter; starts at 1. */
export function nextKey(key: number, isLetter: boolean): number {
  return key * 2 + (isLetter ? 1 : 0)
}

/** What a shape so far is to the numbers known here. */
export const NO_SHAPE = 0
const BEGINS_SHAPE = 1
export const WHOLE_SHAPE = 2

const SHAPES = new Uint8Array(2 ** (LONGEST_LETTER_ID + 1))
for (const { shape } of IDS) {
  let key = 1
  for (const sign of shape) {
    key = nextKey(key, sign === 'L')
    SHAPES[key] = Math.max(SHAPES[key] ?? 0, BEGINS_SHAPE)
  }
  SHAPES[key] = WHOLE_SHAPE
}

/** Whether some number has this shape, or begins with it: asked before any units are put together. */
export function shapeKind(key: number): number {
  return SHAPES[key] ?? NO_SHAPE
}

/** What must stand near these letters and digits for them to be somebody's number; nothing if they are none at all. */
export function proofOf(key: number, id: string): Proof | undefined {
  return BY_KEY.get(key)?.find(({ check }) => check(id))?.proof
}

function keyOf(shape: string): number {
  let key = 1
  for (const sign of shape) key = nextKey(key, sign === 'L')
  return key
}

function isNino(id: string): boolean {
  const isOut =
    'dfiquv'.includes(id.charAt(0)) ||
    'dfioquv'.includes(id.charAt(1)) ||
    'efghijklmnopqrstuvwxyz'.includes(id.charAt(8))
  return !isOut && !['bg', 'gb', 'kn', 'nk', 'nt', 'tn', 'zz'].includes(id.slice(0, 2))
}

const ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23]

function isCodiceFiscale(id: string): boolean {
  let sum = 0
  for (let at = 0; at < 15; at += 1) {
    const unit = id.charCodeAt(at)
    const value = unit < 58 ? unit - 48 : unit - 97
    sum += at % 2 === 0 ? (ODD[value] ?? 0) : value
  }
  return 'abcdehlmprst'.includes(id.charAt(8)) && sum % 26 === id.charCodeAt(15) - 97
}

function isCurp(id: string): boolean {
  return hasBirthday(4)(id) && 'hmx'.includes(id.charAt(10))
}

function hasBirthday(from: number): (id: string) => boolean {
  return (id) => {
    const month = Number(id.slice(from + 2, from + 4))
    const day = Number(id.slice(from + 4, from + 6))
    return month >= 1 && month <= 12 && day >= 1 && day <= 31
  }
}

function isNric(id: string): boolean {
  const kind = id.charAt(0)
  let sum = 'tg'.includes(kind) ? 4 : kind === 'm' ? 3 : 0
  for (const [at, weight] of [2, 7, 6, 5, 4, 3, 2].entries()) sum += Number(id.charAt(at + 1)) * weight
  const letters = { s: 'jzihgfedcba', t: 'jzihgfedcba', f: 'xwutrqpnmlk', g: 'xwutrqpnmlk', m: 'xwutrqpnjlk' }
  const row = Object.entries(letters).find(([letter]) => letter === kind)?.[1]
  const place = kind === 'm' ? 10 - (sum % 11) : sum % 11
  return row?.charAt(place) === id.charAt(8)
}

function isNie(id: string): boolean {
  const first = 'xyz'.indexOf(id.charAt(0))
  return first >= 0 && CONTROL.charAt(Number(`${first}${id.slice(1, 8)}`) % 23) === id.charAt(8)
}

function isDni(id: string): boolean {
  return CONTROL.charAt(Number(id.slice(0, 8)) % 23) === id.charAt(8)
}

function isPps(id: string): boolean {
  let sum = id.length === 9 && id.charAt(8) !== 'w' ? (id.charCodeAt(8) - 96) * 9 : 0
  for (let at = 0; at < 7; at += 1) sum += Number(id.charAt(at)) * (8 - at)
  return 'wabcdefghijklmnopqrstuv'.charAt(sum % 23) === id.charAt(7)
}

function isPolishCard(id: string): boolean {
  let sum = 0
  for (const [at, weight] of [7, 3, 1, 9, 7, 3, 1, 7, 3].entries()) {
    const unit = id.charCodeAt(at)
    sum += (unit < 58 ? unit - 48 : unit - 87) * weight
  }
  return sum % 10 === 0
}

/** Departments 2A and 2B count as 19 and 18. */
function isCorsican(id: string): boolean {
  const letter = id.charAt(6)
  if (id.charAt(5) !== '2' || (letter !== 'a' && letter !== 'b')) return false
  return id.length === 13 || isOfficialNumber(`${id.slice(0, 5)}${letter === 'a' ? '19' : '18'}${id.slice(7)}`)
}
