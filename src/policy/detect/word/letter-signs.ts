/** What a unit of folded text is to a disguise. */
export const NOTHING = 0
export const LETTER = 1
export const DIGIT = 2
/** Stands for a letter that it looks like. */
export const SIGN = 3
/** Stands for any letter: f*ck. */
export const HOLE = 4
/** Stands between letters: f.u.c.k. */
export const GAP = 5
/** A gap that may also cut a word in two, or stand for a letter: f-ck. */
export const CUT = 6

/** Letters as bits: the 26 of the alphabet. */
export const ANY_LETTER = 0x3ffffff

/** What digits and signs are read as. A vowel's sign often stands for another vowel: f@ck. */
const READ_AS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'il',
  '2': 'z',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '6': 'gb',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '@': 'aeiou',
  $: 's',
  '!': 'il',
  '¡': 'il',
  '|': 'il',
  '+': 't',
  '†': 't',
  '€': 'ec',
  '¢': 'c',
  '£': 'le',
  '¥': 'y',
  '§': 's',
  µ: 'u',
  μ: 'u',
}
const HOLES = '*#%&?×•●■█▪○◦∗⁎✱✳'
const GAPS = ' \r\t,:;\'"()[]{}<>‧∙・\u00a0\u3000'
const CUTS = '.-_/\\~·\n'

const KINDS = new Uint8Array(0x10000)
const MASKS = new Uint32Array(0x10000)
for (let letter = 0; letter < 26; letter += 1) {
  KINDS[97 + letter] = LETTER
  MASKS[97 + letter] = 1 << letter
}
for (const [sign, letters] of Object.entries(READ_AS)) {
  const unit = sign.charCodeAt(0)
  KINDS[unit] = unit >= 48 && unit <= 57 ? DIGIT : SIGN
  for (const letter of letters) MASKS[unit] = (MASKS[unit] ?? 0) | (1 << (letter.charCodeAt(0) - 97))
}
for (const hole of HOLES) {
  KINDS[hole.charCodeAt(0)] = HOLE
  MASKS[hole.charCodeAt(0)] = ANY_LETTER
}
for (const gap of GAPS) KINDS[gap.charCodeAt(0)] = GAP
for (const cut of CUTS) KINDS[cut.charCodeAt(0)] = CUT

/** What a unit is to a disguise; nothing behind the end of a text. */
export function signKind(unit: number): number {
  return KINDS[unit] ?? NOTHING
}

/** Whether a unit stands between letters. */
export function isGap(unit: number): boolean {
  return signKind(unit) >= GAP
}

/** The letters that a unit may stand for, as bits. */
export function lettersOf(unit: number): number {
  return MASKS[unit] ?? 0
}

const VOWELS = [...'aeiouy'].reduce((bits, vowel) => bits | (1 << (vowel.charCodeAt(0) - 97)), 0)

/** Whether a stretch of folded text has no vowel, so that it is no word of its own. */
export function hasNoVowel(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if ((lettersOf(text.charCodeAt(at)) & VOWELS) !== 0) return false
  return true
}
