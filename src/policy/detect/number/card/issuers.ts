import { passesLuhn } from '../check-digits.ts'

/** Issuers by the first four digits: from, to, lengths. After the issuers' own published ranges. */
const ISSUERS: readonly (readonly [from: number, to: number, lengths: readonly number[]])[] = [
  [2200, 2204, [16]], // Mir
  [2221, 2720, [16]], // Mastercard
  [3000, 3059, [14]], // Diners Club
  [3095, 3095, [14]], // Diners Club
  [3400, 3499, [15]], // American Express
  [3528, 3589, [16, 17, 18, 19]], // JCB
  [3600, 3699, [14]], // Diners Club
  [3700, 3799, [15]], // American Express
  [3800, 3999, [14]], // Diners Club
  [4000, 4999, [13, 16, 19]], // Visa, Elo
  [5000, 5099, [16]], // Maestro, Elo
  [5100, 5599, [16]], // Mastercard
  [5600, 5899, [16]], // Maestro
  [6000, 6099, [16, 19]], // RuPay, Discover, Hipercard
  [6200, 6299, [16, 17, 18, 19]], // UnionPay
  [6304, 6304, [16]], // Maestro
  [6360, 6399, [16]], // Elo, Maestro
  [6440, 6599, [16, 19]], // Discover, RuPay, Elo
  [6759, 6763, [16]], // Maestro
  [8100, 8299, [16]], // RuPay, UnionPay
  [9792, 9792, [16]], // Troy
]

/** The lengths of the cards that begin with four digits; none if nobody issues such cards. */
export function issuedLengths(prefix: number): readonly number[] {
  for (const [from, to, lengths] of ISSUERS) if (prefix >= from && prefix <= to) return lengths
  return []
}

/** Whether digits alone are a card number: issuer, length and check digit. */
export function isCardNumber(digits: string): boolean {
  return issuedLengths(Number(digits.slice(0, 4))).includes(digits.length) && passesLuhn(digits)
}
