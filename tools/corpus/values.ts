import { ibanOf, luhnDigit } from './check-digits.ts'
import { fill, pick } from './dice.ts'
import type { Dice } from './dice.ts'
import { NATIONAL_IDS } from './national-ids.ts'

/** Ranges that payment companies publish for tests. */
const CARD_HEADS = [
  '411111#########',
  '424242#########',
  '555555#########',
  '222300#########',
  '601111#########',
  '37828#########',
]

const ACCOUNTS: Readonly<Record<string, readonly [country: string, account: string]>> = {
  en: ['GB', 'WEST##############'],
  de: ['DE', '##################'],
  fr: ['FR', '#######################'],
  it: ['IT', 'X######################'],
  es: ['ES', '####################'],
  nl: ['NL', 'ABNA##########'],
  pl: ['PL', '########################'],
  sv: ['SE', '####################'],
  pt: ['PT', '#####################'],
  tr: ['TR', '000###################'],
  ja: ['CH', '#################'],
}

/** Numbers that stand in no directory where a country keeps some aside, obviously invented ones elsewhere. */
const PHONES: Readonly<Record<string, readonly string[]>> = {
  en: ['020 7946 0###', '07700 900###', '+44 7700 900 ###', '(212) 555-01##', '+1 415-555-01##', '1-800-555-01##'],
  de: ['030 23125 ###', '0171 39200##', '+49 171 39200##', '0049 30 23125###', '(0171) 39 200 ##', '0171/39200##'],
  fr: ['01 99 00 ## ##', '06 39 98 ## ##', '+33 6 39 98 ## ##', '0033 639 98 ## ##', '06.39.98.##.##', '0639 98 ####'],
  it: ['333 00## ###', '+39 347 00## ###', '06 0012 34##', '0039 320 000 12##', '347.00.12.3##', '02 0045 6###'],
  es: ['600 00 12 3#', '+34 611 00 ## ##', '91 000 12 3#', '0034 622 000 1##', '699-000-1##', '655.00.1#.##'],
  nl: ['06 1200 34##', '+31 6 1200 3###', '020 000 12##', '0031 6 00 12 3# ##', '06-1200345#', '010-00123##'],
  pl: ['500 012 3##', '+48 600 01# ###', '22 000 12 3#', '0048 512 000 1##', '22-000-12-##', '793.000.1##'],
  sv: ['070-174 06 ##', '08-465 004 ##', '+46 70 174 06 ##', '0046 8 465 004 ##', '0701740 6##', '031-390 06 ##'],
  pt: ['912 000 1##', '+351 933 00# ###', '21 000 12 3#', '(11) 90000-12##', '+55 11 90000-1###', '962.000.1##'],
  tr: [
    '0532 000 12 ##',
    '+90 533 000 1# ##',
    '0212 000 12 ##',
    '0090 542 000 1###',
    '(0505) 000 12 ##',
    '0544-000-12-##',
  ],
  ja: ['090-0000-12##', '03-0000-1###', '+81 90 0000 1###', '080 0000 12##', '0120-000-1##', '06-0000-12##'],
}

const PEOPLE = [
  'lampe.weiss',
  'kobold77',
  'anna_probe',
  'mister-teapot',
  'k.luna',
  'zoe.test9',
  'blauer.wal',
  'okapi2000',
]
const PLACES = [
  'example.com',
  'gmail.com',
  'example.org',
  'outlook.com',
  'shop.example.net',
  'yahoo.co.jp',
  'web.de',
  'proton.me',
]
const HOSTS = [
  'https://example.com/shop',
  'www.lampenhaus-example.de',
  'http://rabais.example.net/retour?id=77',
  'bit.ly/3xMpl9',
  'teapots-example.co.uk',
  'https://forms.example.org/warranty',
  'tinyurl.com/okapi-test',
  'luna-lamps.shop',
  'kundendienst-example.eu/hilfe',
  'https://t.me/lampexample',
]

/** Makes an invented value of a type as people of that language write it. Undefined when there is no maker for the type. */
export function makeValue(type: string, lang: string, dice: Dice): string | undefined {
  const dial = MAKERS[type]
  return dial?.(dice, lang)
}

const MAKERS: Readonly<Record<string, (dice: Dice, lang: string) => string>> = {
  CARD: (dice) => grouped(dice, fill(dice, pick(dice, CARD_HEADS)).trim()),
  IBAN: (dice, lang) => {
    const [country, account] = of(ACCOUNTS, lang)
    return ibanOf(country, fill(dice, account))
  },
  PHONE: (dice, lang) => fill(dice, pick(dice, of(PHONES, lang))),
  NATIONAL_ID: (dice, lang) => of(NATIONAL_IDS, lang)(dice),
  SSN: (dice) => fill(dice, pick(dice, ['5#3-4#-1##7', '2#9-0#-9##1', '6#1 3# 5##2'])),
  EMAIL: (dice) => `${pick(dice, PEOPLE)}@${pick(dice, PLACES)}`,
  URL: (dice) => pick(dice, HOSTS),
  // what the trade writes and nobody may hide
  order: (dice) => fill(dice, pick(dice, ['302-#######-#######', '113-#######-#######', '250-#######-#######'])),
  asin: (dice) => fill(dice, 'B0#A#AA#A#'),
  fnsku: (dice) => fill(dice, 'X00#AA##A#'),
  ups: (dice) => fill(dice, '1ZA#4##W03########'),
  dhl: (dice) => fill(dice, pick(dice, ['00340434############', 'JJD0146###########'])),
  track: (dice) =>
    fill(dice, pick(dice, ['RR#########DE', 'LB#########CN', '3S######A######', '1593########', '6A###########'])),
  ean: (dice) => fill(dice, '4006381######'),
  imei: (dice) => {
    const head = fill(dice, '35#######0###9')
    return `${head}${luhnDigit(head)}`
  },
  serial: (dice) => fill(dice, pick(dice, ['SN-A#A#-####-##', 'A##A######', '##########AA'])),
  lot: (dice) => fill(dice, pick(dice, ['L#####A', '20##-##B', 'AB####/##'])),
  invoice: (dice) => fill(dice, pick(dice, ['INV-2026-#####', 'RE2026/####', 'FA-26-######'])),
  case: (dice) => fill(dice, '1#########'),
}

function of<T>(table: Readonly<Record<string, T>>, lang: string): T {
  const found = table[lang]
  if (found === undefined) throw new RangeError(`no values for the language ${lang}`)
  return found
}

/** A card number with its check digit, in groups, in one run or with hyphens. */
function grouped(dice: Dice, head: string): string {
  const digits = `${head}${luhnDigit(head)}`
  const mark = pick(dice, [' ', ' ', '', '-'])
  if (digits.length === 15) return digits.replace(/^(....)(......)(.....)$/, `$1${mark}$2${mark}$3`)
  return digits.replace(/(....)(?=.)/g, `$1${mark}`)
}
