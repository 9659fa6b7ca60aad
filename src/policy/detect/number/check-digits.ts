/*
 * Check digits, over strings of ASCII digits. Each takes digits of any length its weights cover; the caller knows the
 * length.
 */

/** The check digit of Luhn (ISO 7812) over a stretch of digits. */
export function passesLuhn(digits: string, from = 0, to = digits.length): boolean {
  let sum = 0
  for (let at = to - 1; at >= from; at -= 1) {
    const digit = digits.charCodeAt(at) - 48
    const weighed = (to - 1 - at) % 2 === 0 ? digit : digit * 2
    sum += weighed > 9 ? weighed - 9 : weighed
  }
  return sum % 10 === 0
}

/** Mod 97 of ISO 7064 over letters and digits: the rest, letters counting 10 to 35. */
export function rest97(units: string, rest = 0): number {
  let value = rest
  for (let at = 0; at < units.length; at += 1) {
    const unit = units.charCodeAt(at)
    value = unit < 58 ? (value * 10 + unit - 48) % 97 : (value * 100 + unit - 87) % 97
  }
  return value
}

/** The sum of digits by weights; digits beyond the weights do not count. */
export function weighedSum(digits: string, weights: readonly number[]): number {
  let sum = 0
  for (const [at, weight] of weights.entries()) sum += (digits.charCodeAt(at) - 48) * weight
  return sum
}

/** Mod 11, 10 of ISO 7064, the last digit being the check. */
export function passesMod1110(digits: string): boolean {
  let product = 10
  for (let at = 0; at < digits.length - 1; at += 1) {
    const sum = (digits.charCodeAt(at) - 48 + product) % 10
    product = ((sum === 0 ? 10 : sum) * 2) % 11
  }
  return (11 - product) % 10 === digits.charCodeAt(digits.length - 1) - 48
}

const DIHEDRAL = '0123456789123406789523401789563401289567401239567859876043216598710432765982104387659321049876543210'
const PERMUTED = [
  '0123456789',
  '1576283094',
  '5803796142',
  '8916043527',
  '9453126870',
  '4286573901',
  '2793806415',
  '7046913258',
]

/** Verhoeff's check digit. */
export function passesVerhoeff(digits: string): boolean {
  let check = 0
  for (let at = 0; at < digits.length; at += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - at) - 48
    const moved = (PERMUTED[at % 8] ?? '').charCodeAt(digit) - 48
    check = DIHEDRAL.charCodeAt(check * 10 + moved) - 48
  }
  return check === 0
}

/** Whether six digits are a day of a month, written year, month, day. */
export function isBirthday(month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31
}
