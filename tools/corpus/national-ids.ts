import { iso7064Digit, italianLetter, luhnDigit, weighted } from './check-digits.ts'
import { fill, pick } from './dice.ts'
import type { Dice } from './dice.ts'

const two = (value: number): string => String(value).padStart(2, '0')
const day = (dice: Dice): string => two(1 + dice(28))
const month = (dice: Dice): string => two(1 + dice(12))

/** An invented number of a person with a right check digit, as a country of that language writes it. */
export const NATIONAL_IDS: Readonly<Record<string, (dice: Dice) => string>> = {
  en: (dice) => `${pick(dice, ['AB', 'CE', 'HJ', 'PW'])} ${fill(dice, '## ## ##')} ${pick(dice, ['A', 'B', 'C'])}`,
  de: (dice) => {
    const eight = shuffle(dice, '023456789').slice(0, 8)
    const digits = `1${eight}${eight[dice(8)]}`
    return `${digits}${iso7064Digit(digits)}`.replace(/^(..)(...)(...)(...)$/, '$1 $2 $3 $4')
  },
  fr: (dice) => {
    const digits = `${1 + dice(2)}${fill(dice, '##')}${month(dice)}75${fill(dice, '1####1')}`
    const key = two(Number(97n - (BigInt(digits) % 97n)))
    return `${digits}${key}`.replace(/^(.)(..)(..)(..)(...)(...)(..)$/, '$1 $2 $3 $4 $5 $6 $7')
  },
  it: (dice) => {
    const name = pick(dice, ['RSSMRA', 'BNCLCU', 'VRDGNN', 'FRRLSN'])
    const code = `${name}${fill(dice, '##')}${pick(dice, ['A', 'C', 'H', 'R'])}${day(dice)}H501`
    return `${code}${italianLetter(code)}`
  },
  es: (dice) => {
    const digits = fill(dice, '########')
    return `${digits}${'TRWAGMYFPDXBNJZSQVHLCKE'[Number(digits) % 23]}`
  },
  nl: (dice) => retry(dice, '########', (d) => weighted(d, [9, 8, 7, 6, 5, 4, 3, 2]) % 11),
  pl: (dice) => {
    const digits = `${fill(dice, '##')}${month(dice)}${day(dice)}${fill(dice, '####')}`
    return `${digits}${(10 - (weighted(digits, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10}`
  },
  sv: (dice) => {
    const digits = `${pick(dice, ['6', '7', '8', '9'])}${dice(10)}${month(dice)}${day(dice)}${fill(dice, '###')}`
    return `${digits.slice(0, 6)}-${digits.slice(6)}${luhnDigit(digits)}`
  },
  pt: (dice) => retry(dice, '2#######', (d) => complement(weighted(d, [9, 8, 7, 6, 5, 4, 3, 2]))),
  tr: (dice) => {
    const digits = `${1 + dice(9)}${fill(dice, '########')}`
    const tenth = (weighted(digits, [7, 9, 7, 9, 7, 9, 7, 9, 7]) + 100) % 10
    const sum = [...digits].reduce((total, digit) => total + Number(digit), tenth)
    return `${digits}${tenth}${sum % 10}`
  },
  ja: (dice) => {
    const digits = fill(dice, '###########')
    const rest = weighted(digits, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11
    return `${digits}${rest <= 1 ? 0 : 11 - rest}`.replace(/(.{4})(?=.)/g, '$1 ')
  },
}

function shuffle(dice: Dice, characters: string): string {
  const left = [...characters]
  let made = ''
  while (left.length > 0) made += left.splice(dice(left.length), 1).join('')
  return made
}

/** Portugal's rule: eleven less the rest, and 0 for what has two digits. */
function complement(sum: number): number {
  const digit = 11 - (sum % 11)
  return digit > 9 ? 0 : digit
}

/** Throws again until the check is one digit. */
function retry(dice: Dice, pattern: string, check: (digits: string) => number): string {
  for (;;) {
    const digits = fill(dice, pattern)
    const last = check(digits)
    if (last < 10) return `${digits}${last}`
  }
}
