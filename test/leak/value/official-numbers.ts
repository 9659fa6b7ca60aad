import type { Chance } from './chance.ts'

/*
 * Numbers with right check digits, by the issuers' descriptions and apart from the detectors, which check them their own
 * way. Cards begin as the networks' test cards do.
 */

/** A card number that passes Luhn. */
export function cardNumber(chance: Chance, begin = '411111', length = 16): string {
  return withLuhn(begin + chance.digits(length - 1 - begin.length))
}

/** An IBAN of a country whose account part is made of digits, after its bank. */
export function iban(chance: Chance, country: string, bank: string, digits: number): string {
  const account = bank + chance.digits(digits)
  const rest = mod97(digitsOf(`${account}${country}00`))
  return `${country}${String(98 - rest).padStart(2, '0')}${account}`
}

export function spanishDni(chance: Chance): string {
  const digits = chance.digits(8)
  return digits + 'TRWAGMYFPDXBNJZSQVHLCKE'.charAt(Number(digits) % 23)
}

/** Codice fiscale: of nobody, born on the first of a month. */
export function italianTaxCode(chance: Chance): string {
  const year = chance.digits(2)
  const month = 'ABCDEHLMPRST'.charAt(chance.below(12))
  const body = `${chance.letters(6).toUpperCase()}${year}${month}01Z${chance.digits(3)}`
  const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23]
  const sum = [...body].reduce((total, sign, at) => {
    const value = Number.parseInt(sign, 36) % 10 === Number(sign) ? Number(sign) : sign.charCodeAt(0) - 65
    return total + (at % 2 === 0 ? (odd[value] ?? 0) : value)
  }, 0)
  return body + String.fromCharCode(65 + (sum % 26))
}

export function polishPesel(chance: Chance): string {
  const body = `${birthday(chance)}${chance.digits(4)}`
  return body + ((10 - (weighed(body, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10)
}

export function frenchSecurityNumber(chance: Chance): string {
  const body = `2${chance.digits(2)}0${1 + chance.below(9)}75${chance.digits(6)}`
  return body + String(97 - Number(BigInt(body) % 97n)).padStart(2, '0')
}

export function brazilianCpf(chance: Chance): string {
  const body = chance.digits(9)
  const first = elevenCheck(weighed(body, [10, 9, 8, 7, 6, 5, 4, 3, 2]))
  return `${body}${first}${elevenCheck(weighed(`${body}${first}`, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]))}`
}

export function swedishPersonalNumber(chance: Chance): string {
  return withLuhn(`${birthday(chance)}${chance.digits(3)}`)
}

export function dutchBsn(chance: Chance): string {
  for (;;) {
    const body = `1${chance.digits(7)}`
    const check = weighed(body, [9, 8, 7, 6, 5, 4, 3, 2]) % 11
    if (check < 10) return body + check
  }
}

/** Germany's tax id: one digit twice among the first ten. */
export function germanTaxId(chance: Chance): string {
  const free = [...'123456789']
  const body = Array.from({ length: 9 }, () => free.splice(chance.below(free.length), 1).join('')).join('')
  const ten = body + body.charAt(0)
  let product = 10
  for (const digit of ten) {
    const sum = (Number(digit) + product) % 10
    product = ((sum === 0 ? 10 : sum) * 2) % 11
  }
  return ten + ((11 - product) % 10)
}

export function japaneseMyNumber(chance: Chance): string {
  const body = `1${chance.digits(10)}`
  const rest = weighed(body, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11
  return `${body}${rest <= 1 ? 0 : 11 - rest}`
}

function birthday(chance: Chance): string {
  const two = (number: number): string => String(number).padStart(2, '0')
  return `${60 + chance.below(39)}${two(1 + chance.below(12))}${two(1 + chance.below(28))}`
}

function withLuhn(body: string): string {
  const sum = [...body].toReversed().reduce((total, digit, at) => {
    const value = at % 2 === 0 ? Number(digit) * 2 : Number(digit)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return body + ((10 - (sum % 10)) % 10)
}

function weighed(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * Number(digits.charAt(at)), 0)
}

function elevenCheck(sum: number): number {
  const rest = sum % 11
  return rest < 2 ? 0 : 11 - rest
}

function digitsOf(iban: string): string {
  return [...iban].map((sign) => Number.parseInt(sign, 36)).join('')
}

function mod97(digits: string): number {
  return Number(BigInt(digits) % 97n)
}
