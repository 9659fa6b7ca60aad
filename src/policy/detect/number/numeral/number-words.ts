import { DIGIT_WORDS, digitWords } from '../digit-words.ts'

/*
 * Numbers from ten to ninety-nine as people say them, folded, in en de fr es it nl pl sv pt tr. Plain spelling of each
 * language's grammar. What joins to one word (`neunundachtzig`) is made here, what stays apart (`eighty nine`) is joined
 * by the reader.
 */
/** Ten to nineteen; `-` where the word means something else in another language. */
const TEENS: readonly string[] = [
  '- eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  'zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn',
  'dix onze douze treize quatorze quinze seize - - -',
  'diez - doce trece catorce quince dieciseis diecisiete dieciocho diecinueve',
  'dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove',
  'tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien',
  'dziesiec jedenascie dwanascie trzynascie czternascie pietnascie szesnascie siedemnascie osiemnascie dziewietnascie',
  'tio elva tolv tretton fjorton femton sexton sjutton arton nitton',
  'dez - doze treze catorze quinze dezesseis dezessete dezoito dezenove',
]

/** Twenty to ninety. */
const TENS: readonly string[] = [
  'twenty thirty forty fifty sixty seventy eighty ninety',
  'zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig',
  'vingt trente quarante cinquante soixante septante huitante nonante',
  'veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa',
  'venti trenta quaranta cinquanta sessanta settanta ottanta novanta',
  'twintig dertig veertig vijftig zestig zeventig tachtig negentig',
  'dwadziescia trzydziesci czterdziesci piecdziesiat szescdziesiat siedemdziesiat osiemdziesiat dziewiecdziesiat',
  'tjugo trettio fyrtio femtio sextio sjuttio attio nittio',
  'vinte trinta quarenta cinquenta sessenta setenta oitenta noventa',
  'yirmi otuz kirk elli altmis yetmis seksen doksan',
]

/** Languages that write tens and digit as one word, by their line above: how the two are joined. */
const GERMAN = 1
const SPANISH = 3
const ITALIAN = 4
const DUTCH = 5
const SWEDISH = 7

/** Words that say the next digit again: twice, three times. */
const REPEATS: Readonly<Record<string, string>> = {
  double: '2',
  triple: '3',
  treble: '3',
  doppel: '2',
  doppelt: '2',
  doble: '2',
  doppio: '2',
  doppia: '2',
  dubbel: '2',
  dubbele: '2',
  driedubbel: '3',
  podwojne: '2',
  podwojna: '2',
  potrojne: '3',
  dubbla: '2',
  trippel: '3',
  trippla: '3',
  duplo: '2',
  dobro: '2',
  triplo: '3',
  tripla: '3',
  cift: '2',
}

/** A word for a number: its digits, and whether a digit may follow to make one number of both (twenty, five). */
export interface NumberWord {
  readonly digits: string
  readonly kind: 'digits' | 'tens' | 'repeat'
}

/** Every word for a number below a hundred, and for a repetition. Built once by the caller and kept. */
export function numberWords(): ReadonlyMap<string, NumberWord> {
  const words = new Map<string, NumberWord>()
  for (const [line, tens] of TENS.entries())
    for (const [index, ten] of tens.split(' ').entries()) addTen(words, line, { ten, value: (index + 2) * 10 })
  for (const [digit, word] of (DIGIT_WORDS[SPANISH] ?? '').split(' ').entries())
    if (digit > 0) words.set(`veinti${word}`, number(20 + digit))
  words.set('vingts', { digits: '20', kind: 'tens' })
  for (const line of TEENS)
    for (const [index, word] of line.split(' ').entries()) if (word !== '-') words.set(word, number(10 + index))
  for (const [word, digits] of Object.entries(REPEATS)) words.set(word, { digits, kind: 'repeat' })
  for (const [word, digits] of digitWords()) words.set(word, { digits, kind: 'digits' })
  return words
}

function addTen(
  words: Map<string, NumberWord>,
  line: number,
  { ten, value }: { readonly ten: string; readonly value: number },
): void {
  words.set(ten, { digits: String(value), kind: 'tens' })
  for (const [digit, word] of (DIGIT_WORDS[line] ?? '').split(' ').entries()) {
    if (digit === 0) continue
    for (const both of together(line, ten, word)) words.set(both, number(value + digit))
  }
}

function together(line: number, ten: string, digit: string): readonly string[] {
  if (line === GERMAN) return [`${digit === 'eins' ? 'ein' : digit}und${ten}`]
  if (line === DUTCH) return [`${digit}en${ten}`]
  if (line === SWEDISH) return [`${ten}${digit}`]
  if (line === ITALIAN) return [`${/^[uo]/u.test(digit) ? ten.slice(0, -1) : ten}${digit}`]
  return []
}

function number(value: number): NumberWord {
  return { digits: String(value), kind: 'digits' }
}
