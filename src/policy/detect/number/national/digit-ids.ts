import { isBirthday, passesLuhn, passesMod1110, passesVerhoeff, rest97, weighedSum } from '../check-digits.ts'

/*
 * Official numbers made of digits alone, by length. Rules after the issuing authorities' own descriptions. A check of one
 * digit lets one number in ten pass, so a word about identity must always stand near.
 */
type Check = (digits: string) => boolean

const at = (digits: string, index: number): number => digits.charCodeAt(index) - 48
const pair = (digits: string, from: number): number => at(digits, from) * 10 + at(digits, from + 1)

/** United States: SSN by the areas given out, ITIN by its group. */
export function isSocialSecurityNumber(digits: string): boolean {
  if (digits.length !== 9 || digits.startsWith('000') || digits.startsWith('666')) return false
  if (digits.slice(3, 5) === '00' || digits.endsWith('0000')) return false
  return at(digits, 0) !== 9 || pair(digits, 3) >= 50
}

const CHECKS: ReadonlyMap<number, readonly Check[]> = new Map<number, readonly Check[]>([
  [8, [(id) => weighedSum(id, [10, 7, 8, 4, 6, 3, 5, 1]) % 11 === 0]], // Australia, old tax file number
  [9, [isDutch, isPortuguese, isCanadian, isAustralianTax]],
  [10, [isSwedish, isPolishTax, isBritishHealth, isSaudi, isAustrian, isTurkishTax, isMedicare]],
  [11, [passesMod1110WithRepeat, isPolish, isTurkish, isBrazilian, isBelgian, isItalianTax, isMedicare]],
  [12, [(id) => isSwedish(id.slice(2)) && /^(?:19|20)/u.test(id), isIndian, isJapanese]],
  [13, [isSouthAfrican, isSwiss, isFrenchWithoutKey]],
  [14, [isBrazilianCompany, isEgyptian]],
  [15, [isFrench, (id) => id.startsWith('784') && passesLuhn(id)]], // France, United Arab Emirates
])

/** Whether digits are some country's official number: length and check digits, or a date where there are none. */
export function isOfficialNumber(digits: string): boolean {
  const checks = CHECKS.get(digits.length)
  return checks !== undefined && !isOneDigit(digits) && checks.some((check) => check(digits))
}

/** Whether an official number may have so many digits. */
export function isOfficialLength(length: number): boolean {
  return length >= 8 && length <= 15
}

function isOneDigit(digits: string): boolean {
  for (let index = 1; index < digits.length; index += 1) if (digits[index] !== digits[0]) return false
  return true
}

function isDutch(id: string): boolean {
  return weighedSum(id, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0
}

function isPortuguese(id: string): boolean {
  const rest = weighedSum(id, [9, 8, 7, 6, 5, 4, 3, 2]) % 11
  return (rest < 2 ? 0 : 11 - rest) === at(id, 8) && !'04'.includes(id.charAt(0))
}

function isCanadian(id: string): boolean {
  return !'08'.includes(id.charAt(0)) && passesLuhn(id)
}

function isAustralianTax(id: string): boolean {
  return weighedSum(id, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0
}

/** Personnummer, and samordningsnummer whose day counts sixty more. */
function isSwedish(id: string): boolean {
  const day = pair(id, 4)
  return isBirthday(pair(id, 2), day > 60 ? day - 60 : day) && passesLuhn(id)
}

function isPolishTax(id: string): boolean {
  return weighedSum(id, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === at(id, 9)
}

function isBritishHealth(id: string): boolean {
  const check = 11 - (weighedSum(id, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)
  return (check === 11 ? 0 : check) === at(id, 9)
}

function isSaudi(id: string): boolean {
  return '12'.includes(id.charAt(0)) && passesLuhn(id)
}

function isAustrian(id: string): boolean {
  const check = weighedSum(id, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11
  return check === at(id, 3) && id.charAt(0) !== '0' && isBirthday(pair(id, 6), pair(id, 4))
}

function isTurkishTax(id: string): boolean {
  let sum = 0
  for (let index = 0; index < 9; index += 1) {
    const moved = (at(id, index) + 9 - index) % 10
    const power = (moved * 2 ** (9 - index)) % 9
    sum += moved !== 0 && power === 0 ? 9 : power
  }
  return (10 - (sum % 10)) % 10 === at(id, 9)
}

/** Australia's Medicare card; the last of eleven counts the people on it. */
function isMedicare(id: string): boolean {
  return '23456'.includes(id.charAt(0)) && weighedSum(id, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 === at(id, 8)
}

/** Germany's tax id: of its first ten digits one stands two or three times. */
function passesMod1110WithRepeat(id: string): boolean {
  const different = new Set(id.slice(0, 10)).size
  return id.charAt(0) !== '0' && different >= 8 && different <= 9 && passesMod1110(id)
}

/** PESEL: the month tells the century too. */
function isPolish(id: string): boolean {
  const check = weighedSum(id, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10
  return check === 0 && isBirthday(pair(id, 2) % 20, pair(id, 4))
}

function isTurkish(id: string): boolean {
  const odd = at(id, 0) + at(id, 2) + at(id, 4) + at(id, 6) + at(id, 8)
  const even = at(id, 1) + at(id, 3) + at(id, 5) + at(id, 7)
  const tenth = (((odd * 7 - even) % 10) + 10) % 10
  return id.charAt(0) !== '0' && tenth === at(id, 9) && (odd + even + tenth) % 10 === at(id, 10)
}

function isBrazilian(id: string): boolean {
  return (
    mod11Of(id, [10, 9, 8, 7, 6, 5, 4, 3, 2]) === at(id, 9) &&
    mod11Of(id, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) === at(id, 10)
  )
}

function isBrazilianCompany(id: string): boolean {
  const weights = [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]
  return mod11Of(id, weights) === at(id, 12) && mod11Of(id, [6, ...weights]) === at(id, 13)
}

function mod11Of(id: string, weights: readonly number[]): number {
  const rest = weighedSum(id, weights) % 11
  return rest < 2 ? 0 : 11 - rest
}

/** Rijksregisternummer: of those born from 2000 on a 2 stands before. */
function isBelgian(id: string): boolean {
  const check = pair(id, 9)
  const number = Number(id.slice(0, 9))
  return pair(id, 2) <= 52 && (97 - (number % 97) === check || 97 - ((2_000_000_000 + number) % 97) === check)
}

function isItalianTax(id: string): boolean {
  return passesLuhn(id) && Number(id.slice(7, 10)) <= 121
}

function isIndian(id: string): boolean {
  return id.charAt(0) > '1' && passesVerhoeff(id)
}

function isJapanese(id: string): boolean {
  const rest = weighedSum(id, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11
  return (rest <= 1 ? 0 : 11 - rest) === at(id, 11)
}

function isSouthAfrican(id: string): boolean {
  return isBirthday(pair(id, 2), pair(id, 4)) && at(id, 10) <= 2 && passesLuhn(id)
}

function isSwiss(id: string): boolean {
  return id.startsWith('756') && weighedSum(id, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 === 0
}

function isFrenchWithoutKey(id: string): boolean {
  const month = pair(id, 3)
  return '123478'.includes(id.charAt(0)) && ((month >= 1 && month <= 12) || month >= 20)
}

function isFrench(id: string): boolean {
  return isFrenchWithoutKey(id) && 97 - rest97(id.slice(0, 13)) === pair(id, 13)
}

function isEgyptian(id: string): boolean {
  return '23'.includes(id.charAt(0)) && isBirthday(pair(id, 3), pair(id, 5)) && pair(id, 7) <= 88
}
