import { DIGIT_WORDS, SPOKEN_MARKS } from './digit-words.ts'

/** Hides a value from filters as people do. */
type Trick = (value: string, lang: string) => string

const eachDigit = (value: string, write: (digit: number) => string): string =>
  value.replace(/\d/g, (digit) => write(Number(digit)))
const between = (value: string, mark: string): string => [...value.replace(/[\s./-]/g, '')].join(mark)
const shifted = (value: string, upper: number, lower: number, digit: number): string =>
  value.replace(/[A-Za-z0-9]/g, (character) => {
    const code = character.charCodeAt(0)
    if (code < 58) return String.fromCodePoint(digit + code - 48)
    return String.fromCodePoint(code < 91 ? upper + code - 65 : lower + code - 97)
  })
const marksOf = (lang: string): readonly [at: string, dot: string] => SPOKEN_MARKS[lang] ?? ['at', 'dot']
const LOOK_ALIKE: Readonly<Record<string, string>> = { a: 'а', c: 'с', e: 'е', o: 'о', p: 'р', i: 'і', x: 'х' }

const DIGIT_TRICKS: Readonly<Record<string, Trick>> = {
  keycap: (value) => eachDigit(value, (digit) => `${digit}\ufe0f\u20e3`),
  circled: (value) => eachDigit(value, (digit) => (digit === 0 ? '⓪' : String.fromCodePoint(0x245f + digit))),
  'mathematical digits': (value) => eachDigit(value, (digit) => String.fromCodePoint(0x1d7ce + digit)),
  'full width': (value) => eachDigit(value, (digit) => String.fromCodePoint(0xff10 + digit)),
  'arabic digits': (value) => eachDigit(value, (digit) => String.fromCodePoint(0x0660 + digit)),
  superscript: (value) => eachDigit(value, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[digit] ?? ''),
  'digit words': (value, lang) => digitWords(value, lang, () => true),
  'half in words': (value, lang) => digitWords(value, lang, (at) => at % 3 === 1),
  'mixed separators': (value) =>
    [...value.replace(/[\s./-]/g, '')]
      .map((c, at) => (at % 4 === 3 ? `${c}${' /._-'[at % 5]}` : c))
      .join('')
      .replace(/[ /._-]$/, ''),
  'double separators': (value) => value.replace(/[\s.-]+/g, ' - '),
  'spaced digits': (value) => between(value, ' '),
  'dotted digits': (value) => between(value, '.'),
  asterisks: (value) => between(value, '*'),
  'emoji between': (value) => value.replace(/[\s.-]+/g, ' 👉 '),
  'line breaks': (value) => value.replace(/[\s.-]+/g, '\n'),
  brackets: (value) => value.replace(/[^\s()./-]+/g, (part) => `[${part}]`),
  'letter o': (value) => value.replace(/0/g, 'O').replace(/1/g, 'l'),
  'zero width': (value) => [...value].join('\u200b'),
  'html entities': (value) => eachDigit(value, (digit) => `&#${48 + digit};`),
}

const ADDRESS_TRICKS: Readonly<Record<string, Trick>> = {
  '(at)': (value) => value.replace('@', '(at)'),
  '[at] [dot]': (value) => value.replace('@', ' [at] ').replace(/\.(?=[a-z]+$)/, ' [dot] '),
  '{at}': (value) => value.replace('@', '{at}'),
  spoken: (value, lang) => spoken(value, marksOf(lang)),
  'spoken english': (value) => spoken(value, ['AT', 'DOT']),
  'spaced marks': (value) => value.replace('@', ' @ ').replaceAll('.', ' . '),
  'html entities': (value) => value.replace('@', '&#64;').replaceAll('.', '&#46;'),
  'full width': (value) => value.replace('@', '＠').replaceAll('.', '．'),
  'mathematical letters': (value) => shifted(value, 0x1d400, 0x1d41a, 0x1d7ce),
  'sans letters': (value) => shifted(value, 0x1d5a0, 0x1d5ba, 0x1d7e2),
  circled: (value) => value.replace(/[a-z]/g, (c) => String.fromCodePoint(0x24d0 + c.charCodeAt(0) - 97)),
  'look-alike letters': (value) => value.replace(/[aceopix]/g, (c) => LOOK_ALIKE[c] ?? c),
  'zero width': (value) => [...value].join('\u200d'),
  'spaced letters': (value) => [...value].join(' '),
  'line break': (value) => value.replace('@', '\n@\n'),
  'arrow for at': (value) => value.replace('@', ' 📧 '),
  'dot left out': (value) => value.replace(/\.(?=[a-z]+$)/, ' '),
  'a in a circle': (value) => value.replace('@', 'ⓐ'),
}

const LINK_TRICKS: Readonly<Record<string, Trick>> = {
  hxxp: (value) => `hxxps://${value.replace(/^https?:\/\//, '')}`,
  '[.]': (value) => value.replaceAll('.', '[.]'),
  '(dot)': (value) => value.replaceAll('.', ' (dot) '),
  spoken: (value, lang) => value.replace(/^https?:\/\//, '').replaceAll('.', ` ${marksOf(lang)[1]} `),
  'spaced dots': (value) => value.replace(/^https?:\/\//, '').replaceAll('.', ' . '),
  'full width': (value) => value.replaceAll('.', '。'),
  'mathematical letters': (value) => shifted(value, 0x1d400, 0x1d41a, 0x1d7ce),
  'html entities': (value) => value.replaceAll('.', '&#46;').replaceAll('/', '&#x2F;'),
  'line break': (value) => value.replace(/\.(?=[a-z])/, '.\n'),
  'zero width': (value) => [...value].join('\u200b'),
  capitals: (value) => value.toUpperCase(),
  circled: (value) => value.replace(/[a-z]/g, (c) => String.fromCodePoint(0x24d0 + c.charCodeAt(0) - 97)),
}

const TABLES: Readonly<Record<string, Readonly<Record<string, Trick>>>> = {
  CARD: DIGIT_TRICKS,
  IBAN: DIGIT_TRICKS,
  PHONE: DIGIT_TRICKS,
  NATIONAL_ID: DIGIT_TRICKS,
  SSN: DIGIT_TRICKS,
  BANK: DIGIT_TRICKS,
  EMAIL: ADDRESS_TRICKS,
  URL: LINK_TRICKS,
}

/** Names of the ways to hide a value of that type; empty for types that are written plainly. */
export function tricksFor(type: string): readonly string[] {
  return Object.keys(TABLES[type] ?? {})
}

/** The value hidden by a trick of its type. Throws a RangeError for a trick the type does not have. */
export function hide(
  value: string,
  by: { readonly type: string; readonly trick: string; readonly lang: string },
): string {
  const trick = TABLES[by.type]?.[by.trick]
  if (trick === undefined) throw new RangeError(`${by.type} is not hidden by ${by.trick}`)
  return trick(value, by.lang)
}

function digitWords(value: string, lang: string, chosen: (at: number) => boolean): string {
  const words = DIGIT_WORDS[lang] ?? []
  const glue = lang === 'ja' ? '' : ' '
  const parts = [...value.replace(/[^\dA-Z+]/g, '')].map((c, at) =>
    /\d/.test(c) && chosen(at) ? (words[Number(c)] ?? c) : c,
  )
  return parts.join(glue)
}

function spoken(value: string, [at, dot]: readonly [at: string, dot: string]): string {
  return value.replace('@', ` ${at} `).replaceAll('.', ` ${dot} `)
}
