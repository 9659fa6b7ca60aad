import { rest97, weighedSum } from '../check-digits.ts'

/** How an account stands written with nothing but a word about accounts near it. */
interface AccountShape {
  /** Digits of each group, joined; nothing for any grouping. */
  readonly groups?: string
  readonly length: number
  readonly check: (digits: string) => boolean
}

const always = (): boolean => true

const SHAPES: readonly AccountShape[] = [
  { length: 14, groups: '2228', check: always }, // Britain: sort code and account
  { length: 14, groups: '68', check: always },
  { length: 20, groups: '44210', check: always }, // Spain
  { length: 20, check: isSpanish },
  { length: 26, check: (digits) => rest97(`${digits.slice(2)}2521${digits.slice(0, 2)}`) === 1 }, // Poland
  { length: 21, groups: '44112', check: always }, // Portugal
  { length: 21, check: (digits) => rest97(digits) === 1 },
  { length: 23, groups: '55112', check: always }, // France
  { length: 23, check: (digits) => rest97(digits) === 0 || isFrench(digits) },
  { length: 18, check: isMexican },
  { length: 17, groups: '98', check: isRouting }, // United States: routing and account
]

/** Whether digits in such groups are an account by their shape or check digits. A word about accounts must stand near. */
export function isAccount(digits: string, groups: string): boolean {
  return SHAPES.some(
    (shape) => shape.length === digits.length && (shape.groups ?? groups) === groups && shape.check(digits),
  )
}

/** Whether digits are an account even where nobody says so: long, and with check digits of two places. */
export function isUnmistakable(digits: string, groups: string): boolean {
  if (digits.length === 26) return rest97(`${digits.slice(2)}2521${digits.slice(0, 2)}`) === 1
  return digits.length === 20 && groups === '44210' && isSpanish(digits)
}

/** A routing number of the United States. */
export function isRouting(digits: string): boolean {
  return weighedSum(digits, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0
}

function isSpanish(digits: string): boolean {
  const first = 11 - (weighedSum(digits, [4, 8, 5, 10, 9, 7, 3, 6]) % 11)
  const second = 11 - (weighedSum(digits.slice(10), [1, 2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11)
  return control(first) === digits[8] && control(second) === digits[9]
}

function control(value: number): string {
  return String(value === 11 ? 0 : value === 10 ? 1 : value)
}

function isFrench(digits: string): boolean {
  return (
    (89 * Number(digits.slice(0, 5)) +
      15 * Number(digits.slice(5, 10)) +
      3 * Number(digits.slice(10, 21)) +
      Number(digits.slice(21))) %
      97 ===
    0
  )
}

function isMexican(digits: string): boolean {
  let sum = 0
  for (let at = 0; at < 17; at += 1) sum += ((digits.charCodeAt(at) - 48) * ([3, 7, 1][at % 3] ?? 0)) % 10
  return (10 - (sum % 10)) % 10 === digits.charCodeAt(17) - 48
}
