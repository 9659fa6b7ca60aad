/** Digits as words, zero to nine, folded; in en de fr es it nl pl sv pt tr. Plain spelling of each language's grammar. */
export const DIGIT_WORDS: readonly string[] = [
  'zero one two three four five six seven eight nine',
  'null eins zwei drei vier funf sechs sieben acht neun',
  'zero un deux trois quatre cinq six sept huit neuf',
  'cero uno dos tres cuatro cinco seis siete ocho nueve',
  'zero uno due tre quattro cinque sei sette otto nove',
  'nul een twee drie vier vijf zes zeven acht negen',
  'zero jeden dwa trzy cztery piec szesc siedem osiem dziewiec',
  'noll ett tva tre fyra fem sex sju atta nio',
  'zero um dois tres quatro cinco seis sete oito nove',
  'sifir bir iki uc dort bes alti yedi sekiz dokuz',
]
const OTHERS: Readonly<Record<string, string>> = {
  oh: '0',
  nought: '0',
  naught: '0',
  niner: '9',
  zwo: '2',
  ein: '1',
  une: '1',
  una: '1',
  fuenf: '5',
  uma: '1',
  duas: '2',
  meia: '6',
  en: '1',
}

/** Ideographic digits in order of their value. */
export const IDEOGRAPHIC_DIGITS = '〇一二三四五六七八九'

/** Digit words with their digit. Built once by the caller and kept. */
export function digitWords(): ReadonlyMap<string, string> {
  const words = new Map(Object.entries(OTHERS))
  for (const line of DIGIT_WORDS) for (const [digit, word] of line.split(' ').entries()) words.set(word, String(digit))
  return words
}
