import { isAlphanumeric } from './trade/units.ts'

/** Words that may stand between a label and its value: number words, copulas. Folded. */
const LINKS: readonly string[] = [
  'no',
  'nr',
  'n',
  'num',
  'number',
  'code',
  'nummer',
  'numero',
  'numer',
  'numara',
  'numarasi',
  'kodu',
  'is',
  'ist',
  'lautet',
  'est',
  'es',
  'e',
  'to',
  'ar',
  'der',
  'my',
  'mein',
  'her',
  'here',
  'as',
  'follows',
  'the',
  'for',
  'was',
  'war',
  'are',
  'sind',
  'o',
  'la',
  'le',
  'il',
  'el',
]
const LINK_SET: ReadonlySet<string> = new Set(LINKS)
const SIGNS = new Set([...' \t\n\r.:#=-°º*()[]"\'/、：は'].map((sign) => sign.charCodeAt(0)))
/** Between a label and its value these belong to the label: `Kto Nr. 12`. */
const NUMBER_SIGNS: ReadonlySet<string> = new Set(['no', 'nr', 'n'])
const NO_LETTER = /[^a-z]/gu
const FIRST_WITHOUT_SPACES = 0x3000
const MAX_SIGNS = 8
const MAX_LINKS = 3
const LONGEST_LINK = 8

/** Where a value may begin behind a label: behind signs and up to three link words. `-1` when the text goes on otherwise. */
export function behindLabel(text: string, from: number, value: (at: number) => boolean): number {
  let at = behindSigns(text, from)
  for (let links = 0; links <= MAX_LINKS; links += 1) {
    if (value(at)) return at
    let end = at
    while (end - at <= LONGEST_LINK && isAlphanumeric(text.charCodeAt(end))) end += 1
    if (!LINK_SET.has(text.slice(at, end))) return -1
    at = behindSigns(text, end)
  }
  return -1
}

/** Whether a label and its value stand together as one thing, without a colon or a copula. */
export function standsClose(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit === 58 || unit === 61 || unit === 10 || unit === 0xff1a) return false
  }
  const between = text.slice(from, to).replaceAll(NO_LETTER, '')
  return to - from <= 5 && (between === '' || NUMBER_SIGNS.has(between))
}

/** Whether a value is no ending of its label; in scripts without spaces it may follow at once. */
export function isApart(text: string, labelEnd: number, value: number): boolean {
  return value > labelEnd || text.charCodeAt(labelEnd - 1) >= FIRST_WITHOUT_SPACES
}

function behindSigns(text: string, from: number): number {
  let at = from
  while (at - from < MAX_SIGNS && SIGNS.has(text.charCodeAt(at))) at += 1
  return at
}
